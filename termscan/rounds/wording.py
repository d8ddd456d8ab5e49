"""Words that a drafter may exchange without changing a rule: synonyms, and the words that carry a sentence but no substance.

Wider than the synonyms by which a draft is compared with a sheet: two rounds of one passage say the same until shown
otherwise, so that "settle", "remit" and "pay" are one word here.
"""

from __future__ import annotations

from ..compare.lexicon import stem

# the first word of a line stands for all of them
_SAME = """
pay paid pays payment payments payable remit remits remitted remittance settle settles settled settlement disburse discharge discharged owe owed owing due
fee fees charge charges charged price prices cost costs
money monies sum sums amount amounts figure total totals aggregate
invoice invoices invoiced bill bills billed billing
receive receives received receiving receipt get gets getting obtain obtained obtains reach reached reaches arrive arrived arrival
send sends sent sending dispatch submit submits submitted submission submitting present presented presentation render rendered furnish furnished deliver delivers delivered delivery handed
give gives given giving provide provides provided providing supply supplies supplied grant grants granted
begin begins beginning began start starts started starting commence commences commenced commencing commencement
end ends ended ending expire expires expired expiration expiry terminate terminates terminated terminating termination cancel cancelled cancellation cease ceases close closed closes lapse lapses conclusion over elapse elapsed
last lasts duration term period periods length initial
continue continues continued remain remains remained stay stays stand stands lasting force effect effective survive survives
renew renews renewed renewal extend extends extended extension prolong prolonged non-renewal
notify notifies notified notification notice notices inform informs informed written writing
before prior beforehand advance preceding precede previously previous earlier ahead
after following afterwards thereafter subsequent subsequently later since thereupon
agree agrees agreed agreement agreeing consent consents consented approve approves approved approval permission permit permits permitted authorize authorizes authorized authorise authorised authorization
assign assigns assigned assignment assigning transfer transfers transferred transferring transferable assignable
sublicense sublicenses sublicensed sublicensing sublicensable sublicence
license licenses licensed licence licences licensing
govern governs governed governing apply applies applied applicable applying
construe construed construes construction interpret interpreted interpretation
law laws legal substantive
conflict conflicts
principle principles rule rules provision provisions
court courts jurisdiction
resolve resolves resolved resolving resolution hear hears heard brought decided decides decide decision decisions settled determine determines determined determination
right rights entitle entitled title titles interest interests ownership own owns owned owner belong belongs property vest vests proprietary
liable liability liabilities responsible responsibility answerable
limit limits limited limitation cap capped maximum
damage damages loss losses
indirect indirectly
lost loss
total cumulative aggregate overall
arise arises arising relate relates relating related connection connected concern concerns concerned concerning attributable stem stems stemming result results resulting originate
indemnify indemnifies indemnified indemnification indemnity indemnities harmless
defend defends defended defense defence
breach breaches breached default defaults violation violate violated non-performance
cure cures cured curing curable remedy remedies remedied remedying correct corrects corrected correction rectified rectify
material materially substantial substantially
error errors defect defects malfunction fault faults
inspect inspects inspected inspection inspecting review reviews reviewed reviewing examine examines examined examination audit audits audited
accept accepts accepted acceptance acceptable
reject rejects rejected rejection rejecting refuse refused
deem deemed deems consider considered treat treated regard regarded count counts counted taken
reimburse reimburses reimbursed reimbursement refund refunds refunded repay repays repaid recover recovers recovered recoverable recovery recoup
travel travelling
incur incurs incurred incurring
expense expenses outlay outlays disbursement
reasonable reasonably
confidential confidentiality secret secrecy confidence
disclose discloses disclosed disclosure divulge divulged reveal reveals revealed
solicit solicits solicited soliciting solicitation
employ employs employed employee employees employment hire hires hired hiring personnel staff
use uses used using usage utilise utilised utilize utilized
manufacture manufactures manufactured manufacturing make makes made making produce produces produced production build builds built construct constructed constructs
exploit exploits exploited exploitation
change changes changed changing modify modified modification alter altered amend amended amendment
perform performs performed performing performance render carry carried out
service services
work works
create creates created creation develop develops developed developing development
display displays displayed
happen happens happened occur occurs occurred occurring occurrence event events
cause causes caused reason reasons any
month months monthly
year years yearly annual annually
quarter quarters quarterly
day days date dates daily
call calls called telephone phone
respond responds responded responding response
publicly public
exclusive exclusively exclusivity royalty royalties royalty-free
free
revoke revocable irrevocable irrevocably
perpetual perpetually
world worldwide
subcontract subcontractor subcontractors subcontracting
affiliate affiliates affiliated
third-party third
sole solely
contain contains contained containing include includes included including inclusive
return returns returned returning
destroy destroys destroyed destruction
support supports supported
maintain maintains maintained maintenance keep keeps kept keeping hold holds held holding preserve preserves preserved safeguard
win wins prevail prevails prevailing successful successfully succeed succeeds winning
attorney attorneys lawyer lawyers counsel
number numbers
time times
install installs installed installation
during throughout
deduct deducted deduction deductions minus subtract subtracted less
derive derived derives
spend spent spends
share shares shared sharing
ground grounds
increase increases increased raise raised raises rise rises
bear bears borne shoulder shoulders defray defrayed meets
problem problems complaint complaints
absolute absolutely
valid validity
enforce enforced enforcement
both each
successive successively another further additional again
automatic automatically
convenience
intend intends intended intention intent
show
sit sits sitting located situated
state states
federal
name named names naming list listed lists aforementioned
purpose purposes
request requests requested ask asks asked asking
require requires required requirement
document documents documentation
complete completes completed completion finish finished finalise finalised
execute executed executes execution sign signs signed signature
ask asked asks
attempt attempts
instance instances
visit visits
earn earns earned
gross grossly
cover covers covered coverage
insure insurance insured
guarantee guarantees guaranteed warrant warrants warranted warranty warranties
conform conforms conformity conforming accordance comply complies compliance
party parties side sides
ascertain ascertained establish established
acknowledge acknowledges acknowledged recognise recognises recognize recognizes
obtain obtains procure procures procured secure secures secured
prompt promptly immediately forthwith delay undue
assist assists assistance help helps helping aid
appoint appoints appointed designate designates designated nominate nominated
calculate calculated calculation compute computed reckon reckoned
retain retains retained engage engaged engagement
claim claims demand demands
dispute disputes disagreement disagreements controversy controversies
enter enters entered conclude concluded
whole entire entirety
equal equivalent
exceed exceeds exceeding surpass surpasses
expressly explicitly express explicit
fulfil fulfils fulfilled fulfill fulfilled satisfy satisfies satisfied meet meets met
improve improvement improvements enhance enhancement enhancements
advise advises advised tell told
injury injuries harm
instruct instructs instructed instruction instructions direct directs directed direction directions
location locations premises place places site sites
lawsuit lawsuits action actions suit suits proceeding proceedings litigation
oral orally verbal verbally
property assets asset
publish publishes published announce announces announced
reduce reduces reduced reduction lower lowers lowered decrease decreased diminish
decline declines declined
remove removes removed delete deleted
replace replaces replaced replacing replacement substitute substituted substitutes substitution
restrict restricts restricted restriction restrictions prevent prevents prevented preclude precludes precluded hinder hinders bar barred
select selects selected selection choose chooses chosen choice
suffer suffers suffered sustain sustained
sufficient adequate enough
verify verifies verified check checks checked
usual usually customary normal normally ordinary ordinarily
omission omissions omit omitted
require requires need needs needed necessary
separate separately
amongst among
purchase purchases purchased buy buys bought
sell sells sold sale sales
possess possesses possession
comply observance observe observes observed
attend attends attended
incorporate incorporates incorporated embody embodied
surrender surrendered relinquish relinquished waive waives waived waiver forgo forgoes renounce renounces
duty duties
withhold withholds withheld
item items article articles single individual individually
advertise advertises advertised advertising advertisement promote promotes promoted promoting promotion promotional market markets marketed marketing
distribute distributes distributed distributing distribution
mitigate mitigates mitigated lessen lessens minimise minimize
adverse adversely detrimental
impact impacts
effort efforts
stimulate stimulates arouse arouses
continuing ongoing
expand expands expanded enlarge enlarges enlarged
operate operates operated operating operation
suspend suspends suspended suspension halt halts
outstanding unpaid
learn learns learned learnt aware knowledge know knows knowing
act acts
elsewhere
late belated delayed
partial partially partly
worldwide
acquire acquires acquired acquisition acquiring
dispose disposes disposed disposal disposing
settlement
endure endures
impose imposes imposed lay lays laid
hire hires hiring
write writes wrote
breaching defaulting innocent non-breaching non-defaulting
lessee
visit visits
training train trains trained
enclosed attached annexed
half semi
quote quotes quoted quotation
discount discounts rebate rebates
clock
legal lawful
"""

# words that carry a sentence and leave its rule as it is
_GENERIC = """
account actual actually again already also although amongst among always away back because become becomes becoming being below beside besides
bring brings brought come comes coming concern concerned concerning consist consists constitute constitutes contract current currently deal
do does doing done down either elapse else enough entire entirely equal equally ever exact exactly extent fall falls falling far find finds
first follow followed follows form former forth full fully further gain get go goes going gone happen hence here hereby herein however
immediate immediately include instead itself just keep kind largely latter lay lead leave left let lets lie lies like likewise look looked
manner matter mean means meant might moment namely nature necessary need needs nevertheless new next nonetheless now number obligation obligations
oblige obliged off once ones open order originally otherwise ought own part particular pass passed passes passing person place placed point
purport put puts quantity quite rather really relevant relevant respect respective respectively rest result results run running runs same say says see
seen serve serves set settled several shall show sort soon specific specified still subject such take taken takes taking than that them then thereby
therefor therefore thereof thereto thereunder these thing things thus together too toward towards turn turns two undertake undertakes until unto
upon usual various very via way ways well whatever whatsoever when whenever where whereby wherever whether while whichever whole wise wish wishes
with within word words would yet basis behalf day days period periods calendar then-current thirty sixty ninety ten five six seven twelve
capable itself themselves himself herself whose stated state mention mentioned latest earliest altogether counting reckoning regardless intent duty duties
arrangement case circumstances situation fact reference referred refer refers date said event mere possible possibility ability able
last give begin continue retain maintain bear during arise after
acknowledge aside gave took taking twentieth tenth together toward likewise apiece whichever merely throughout addition agreeable undertakes undertaking account accord instrument form sort kind nature
full whilst however ever shows duty shown showing showed resource series variety sequence fashion whatsoever none lose
hereunder hereto thereof hereof hereafter mutual mutually both side hand likewise notwithstanding exist exists existing
applicable appropriate corresponding clause section agreement herein terms term condition conditions paragraph
sixtieth thirtieth forty-fifth fifth tenth anniversary half once twice one mark attain attained respects reserve reserved
conveyed convey conveys intended construed creating create created serving regard favour favor
"""


def _same() -> dict[str, str]:
    out: dict[str, str] = {}
    for line in _SAME.strip().splitlines():
        words = line.split()
        for word in words:
            out.setdefault(word, words[0])
            out.setdefault(stem(word), words[0])
    return out


SAME_AS: dict[str, str] = _same()
GENERIC: frozenset[str] = frozenset(form for word in _GENERIC.split() for form in (word, stem(word)))
