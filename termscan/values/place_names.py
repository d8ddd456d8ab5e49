"""Places that contracts name as law or venue, each with the place that it lies in. A table; no logic.

Source of the states and provinces: the United States, Canada and Australia themselves; of the countries: the members
and observers of the United Nations, in the short forms that contracts use. Cities are those where contracts are
litigated or arbitrated most; any other place is understood from its own words ("Springfield, Illinois").
"""

from __future__ import annotations

_US_STATES = (
    "Alabama|Alaska|Arizona|Arkansas|California|Colorado|Connecticut|Delaware|Florida|Georgia|Hawaii|Idaho|"
    "Illinois|Indiana|Iowa|Kansas|Kentucky|Louisiana|Maine|Maryland|Massachusetts|Michigan|Minnesota|Mississippi|"
    "Missouri|Montana|Nebraska|Nevada|New Hampshire|New Jersey|New Mexico|New York|North Carolina|North Dakota|"
    "Ohio|Oklahoma|Oregon|Pennsylvania|Rhode Island|South Carolina|South Dakota|Tennessee|Texas|Utah|Vermont|"
    "Virginia|Washington|West Virginia|Wisconsin|Wyoming|Puerto Rico|District of Columbia"
)
_CANADA = (
    "Alberta|British Columbia|Manitoba|New Brunswick|Newfoundland and Labrador|Nova Scotia|Ontario|"
    "Prince Edward Island|Quebec|Saskatchewan"
)
_AUSTRALIA = "New South Wales|Queensland|South Australia|Tasmania|Western Australia"
_COUNTRIES = (
    "Afghanistan|Albania|Algeria|Andorra|Angola|Antigua and Barbuda|Argentina|Armenia|Australia|Austria|"
    "Azerbaijan|Bahamas|Bahrain|Bangladesh|Barbados|Belarus|Belgium|Belize|Benin|Bermuda|Bhutan|Bolivia|"
    "Bosnia and Herzegovina|Botswana|Brazil|British Virgin Islands|Brunei|Bulgaria|Burkina Faso|Burundi|Cambodia|"
    "Cameroon|Canada|Cape Verde|Cayman Islands|Central African Republic|Chad|Chile|China|Colombia|Comoros|"
    "Republic of the Congo|Costa Rica|Croatia|Cuba|Curaçao|Cyprus|Czech Republic|"
    "Democratic Republic of the Congo|Denmark|Djibouti|Dominica|Dominican Republic|Ecuador|Egypt|El Salvador|"
    "Equatorial Guinea|Eritrea|Estonia|Eswatini|Ethiopia|Fiji|Finland|France|Gabon|Gambia|Republic of Georgia|"
    "Germany|Ghana|Gibraltar|Greece|Grenada|Guatemala|Guernsey|Guinea|Guinea-Bissau|Guyana|Haiti|Honduras|"
    "Hong Kong|Hungary|Iceland|India|Indonesia|Iran|Iraq|Ireland|Isle of Man|Israel|Italy|Ivory Coast|Jamaica|"
    "Japan|Jersey|Jordan|Kazakhstan|Kenya|Kiribati|Kosovo|Kuwait|Kyrgyzstan|Laos|Latvia|Lebanon|Lesotho|Liberia|"
    "Libya|Liechtenstein|Lithuania|Luxembourg|Macau|Madagascar|Malawi|Malaysia|Maldives|Mali|Malta|"
    "Marshall Islands|Mauritania|Mauritius|Mexico|Micronesia|Moldova|Monaco|Mongolia|Montenegro|Morocco|"
    "Mozambique|Myanmar|Namibia|Nauru|Nepal|Netherlands|New Zealand|Nicaragua|Niger|Nigeria|North Korea|"
    "North Macedonia|Norway|Oman|Pakistan|Palau|Palestine|Panama|Papua New Guinea|Paraguay|Peru|Philippines|"
    "Poland|Portugal|Qatar|Romania|Russia|Rwanda|Saint Kitts and Nevis|Saint Lucia|"
    "Saint Vincent and the Grenadines|Samoa|San Marino|Saudi Arabia|São Tomé and Príncipe|Senegal|Serbia|"
    "Seychelles|Sierra Leone|Singapore|Slovakia|Slovenia|Solomon Islands|Somalia|South Africa|South Korea|"
    "South Sudan|Spain|Sri Lanka|Sudan|Suriname|Sweden|Switzerland|Syria|Taiwan|Tajikistan|Tanzania|Thailand|"
    "Timor-Leste|Togo|Tonga|Trinidad and Tobago|Tunisia|Turkey|Turkmenistan|Tuvalu|Uganda|Ukraine|"
    "United Arab Emirates|United Kingdom|United States|Uruguay|Uzbekistan|Vanuatu|Vatican City|Venezuela|Vietnam|"
    "Yemen|Zambia|Zimbabwe"
)
_REGIONS = (
    "European Union|European Economic Area|North America|South America|Latin America|Europe|Asia|Africa|Middle East"
)
_CITIES = {

    "California": "Los Angeles|San Francisco|San Diego|San Jose|Palo Alto|Sacramento|Oakland|San Mateo|Irvine",
    "New York": "New York City|Manhattan|Brooklyn|Buffalo|White Plains",
    "Texas": "Dallas|Houston|San Antonio|Fort Worth|El Paso", "Illinois": "Chicago",
    "Pennsylvania": "Philadelphia|Pittsburgh", "Massachusetts": "Boston", "Georgia": "Atlanta",
    "Florida": "Miami|Tampa|Orlando|Fort Lauderdale", "Washington": "Seattle|Tacoma|Bellevue",
    "Colorado": "Denver|Boulder", "Arizona": "Phoenix|Scottsdale", "Nevada": "Las Vegas|Reno", "Michigan": "Detroit",
    "Minnesota": "Minneapolis", "Ohio": "Cleveland|Cincinnati", "Indiana": "Indianapolis", "Wisconsin": "Milwaukee",
    "Maryland": "Baltimore", "Utah": "Salt Lake City", "Delaware": "Wilmington", "Louisiana": "New Orleans",
    "Tennessee": "Nashville|Memphis", "Missouri": "St. Louis|Saint Louis", "Ontario": "Toronto|Ottawa",
    "Quebec": "Montreal", "British Columbia": "Vancouver", "Alberta": "Calgary|Edmonton", "New South Wales": "Sydney",
    "Queensland": "Brisbane", "Western Australia": "Perth", "Australia": "Melbourne",
    "England": "London|Manchester|Birmingham", "Scotland": "Edinburgh|Glasgow", "Northern Ireland": "Belfast",
    "Wales": "Cardiff", "Ireland": "Dublin", "France": "Paris",
    "Germany": "Berlin|Munich|Frankfurt|Hamburg|Düsseldorf|Cologne", "Netherlands": "Amsterdam|Rotterdam|The Hague",
    "Belgium": "Brussels", "Switzerland": "Zurich|Geneva|Basel", "Sweden": "Stockholm", "Denmark": "Copenhagen",
    "Norway": "Oslo", "Finland": "Helsinki", "Austria": "Vienna", "Italy": "Milan|Rome", "Spain": "Madrid|Barcelona",
    "Portugal": "Lisbon", "Poland": "Warsaw", "Czech Republic": "Prague", "Japan": "Tokyo|Osaka",
    "China": "Beijing|Shanghai|Shenzhen", "India": "Mumbai|New Delhi|Delhi|Bangalore|Bengaluru|Chennai",
    "South Korea": "Seoul", "United Arab Emirates": "Dubai|Abu Dhabi", "Israel": "Tel Aviv",
    "Brazil": "São Paulo", "New Zealand": "Auckland", "South Africa": "Johannesburg",
    "Malaysia": "Kuala Lumpur", "Kenya": "Nairobi", "Mexico": "Mexico City", "Taiwan": "Taipei",
    "Indonesia": "Jakarta", "Thailand": "Bangkok", "Argentina": "Buenos Aires",
}  # fmt: skip
_EU = (
    "Austria|Belgium|Bulgaria|Croatia|Cyprus|Czech Republic|Denmark|Estonia|Finland|France|Germany|Greece|"
    "Hungary|Ireland|Italy|Latvia|Lithuania|Luxembourg|Malta|Netherlands|Poland|Portugal|Romania|Slovakia|"
    "Slovenia|Spain|Sweden"
)

US_STATES = frozenset(_US_STATES.split("|"))
LIES_IN: dict[str, str] = dict.fromkeys(f"{_COUNTRIES}|{_REGIONS}|Worldwide".split("|"), "")
LIES_IN |= dict.fromkeys(_EU.split("|"), "European Union")
LIES_IN |= {"European Union": "European Economic Area", "European Economic Area": "Europe", "United Kingdom": "Europe"}
LIES_IN |= {"Norway": "European Economic Area", "Switzerland": "Europe", "United States": "North America"}
LIES_IN |= {"Canada": "North America", "Mexico": "North America", "China": "Asia", "Japan": "Asia", "India": "Asia"}
LIES_IN |= dict.fromkeys(US_STATES, "United States")
LIES_IN |= dict.fromkeys(_CANADA.split("|"), "Canada")
LIES_IN |= dict.fromkeys(_AUSTRALIA.split("|"), "Australia")
LIES_IN |= {"England": "England and Wales", "Wales": "England and Wales", "England and Wales": "United Kingdom"}
LIES_IN |= {"Scotland": "United Kingdom", "Northern Ireland": "United Kingdom", "Great Britain": "United Kingdom"}
LIES_IN |= {"Hong Kong": "Asia", "Singapore": "Asia", "South Korea": "Asia"}
LIES_IN |= dict.fromkeys(("American Samoa", "Guam", "U.S. Virgin Islands"), "United States")
LIES_IN |= {city: where for where, cities in _CITIES.items() for city in cities.split("|")}

CITIES = frozenset(city for cities in _CITIES.values() for city in cities.split("|"))

SAME_PLACE: dict[str, str] = {
    "U.S.A.": "United States", "U.S.": "United States", "USA": "United States", "US": "United States",
    "United States of America": "United States", "U.K.": "United Kingdom", "UK": "United Kingdom",
    "Holland": "Netherlands", "United Kingdom of Great Britain and Northern Ireland": "United Kingdom",
    "Czechia": "Czech Republic", "People's Republic of China": "China", "PRC": "China", "Mainland China": "China",
    "Hong Kong SAR": "Hong Kong", "Republic of Korea": "South Korea", "Korea": "South Korea",
    "UAE": "United Arab Emirates", "Russian Federation": "Russia", "Türkiye": "Turkey", "Viet Nam": "Vietnam",
    "Macao": "Macau", "Québec": "Quebec", "Washington, D.C.": "District of Columbia",
    "Washington D.C.": "District of Columbia", "Washington, DC": "District of Columbia",
    "Washington DC": "District of Columbia", "EU": "European Union", "EEA": "European Economic Area",
    "Columbia, District of": "District of Columbia", "Wales and England": "England and Wales",
    "Republic of Ireland": "Ireland", "Swiss Confederation": "Switzerland", "N.Y.": "New York",
    "City of London": "London", "World": "Worldwide", "the world": "Worldwide", "Globally": "Worldwide",
    "Congo": "Republic of the Congo", "Congo-Brazzaville": "Republic of the Congo",
    "Congo-Kinshasa": "Democratic Republic of the Congo", "DR Congo": "Democratic Republic of the Congo",
    "DRC": "Democratic Republic of the Congo", "Cabo Verde": "Cape Verde", "Swaziland": "Eswatini",
    "The Gambia": "Gambia", "East Timor": "Timor-Leste", "St. Kitts and Nevis": "Saint Kitts and Nevis",
    "St. Lucia": "Saint Lucia", "St. Vincent and the Grenadines": "Saint Vincent and the Grenadines",
    "Sao Tome and Principe": "São Tomé and Príncipe", "Holy See": "Vatican City", "State of Palestine": "Palestine",
    "Hashemite Kingdom of Jordan": "Jordan", "Kingdom of Jordan": "Jordan", "Republic of Chad": "Chad",
    "Côte d'Ivoire": "Ivory Coast", "Côte d’Ivoire": "Ivory Coast",
    "Cote d'Ivoire": "Ivory Coast", "Curacao": "Curaçao", "Dusseldorf": "Düsseldorf", "Duesseldorf": "Düsseldorf",
    "US Virgin Islands": "U.S. Virgin Islands", "United States Virgin Islands": "U.S. Virgin Islands",
    "Zürich": "Zurich", "Sao Paulo": "São Paulo", "Montréal": "Montreal",
    "the universe": "Worldwide", "Global": "Worldwide", "Newfoundland": "Newfoundland and Labrador",
}  # fmt: skip

ADJECTIVES: dict[str, str] = {
    "English": "England and Wales", "Scottish": "Scotland", "Scots": "Scotland", "Irish": "Ireland",
    "German": "Germany", "French": "France", "Swiss": "Switzerland", "Dutch": "Netherlands", "Belgian": "Belgium",
    "Swedish": "Sweden", "Danish": "Denmark", "Norwegian": "Norway", "Finnish": "Finland", "Austrian": "Austria",
    "Italian": "Italy", "Spanish": "Spain", "Portuguese": "Portugal", "Polish": "Poland", "Japanese": "Japan",
    "Chinese": "China", "Indian": "India", "Israeli": "Israel", "Canadian": "Canada", "Australian": "Australia",
    "Brazilian": "Brazil", "Mexican": "Mexico", "Singaporean": "Singapore", "Californian": "California",
    "Texan": "Texas", "Russian": "Russia", "Turkish": "Turkey", "Greek": "Greece", "Czech": "Czech Republic",
    "Hungarian": "Hungary", "British": "United Kingdom", "American": "United States", "Welsh": "England and Wales",
    "English and Welsh": "England and Wales", "Northern Irish": "Northern Ireland", "South African": "South Africa",
    "South Korean": "South Korea", "Korean": "South Korea", "Romanian": "Romania", "Bulgarian": "Bulgaria",
    "Croatian": "Croatia", "Slovak": "Slovakia", "Slovenian": "Slovenia", "Estonian": "Estonia", "Latvian": "Latvia",
    "Lithuanian": "Lithuania", "Maltese": "Malta", "Cypriot": "Cyprus", "Icelandic": "Iceland",
    "Ukrainian": "Ukraine", "Argentine": "Argentina", "Argentinian": "Argentina", "Chilean": "Chile",
    "Colombian": "Colombia", "Peruvian": "Peru", "Taiwanese": "Taiwan", "Thai": "Thailand",
    "Malaysian": "Malaysia", "Indonesian": "Indonesia", "Vietnamese": "Vietnam", "Egyptian": "Egypt",
    "Nigerian": "Nigeria", "Kenyan": "Kenya", "Virginian": "Virginia", "Floridian": "Florida", "Hawaiian": "Hawaii",
}  # fmt: skip

ABBREVIATED: dict[str, str] = {
    "AL": "Alabama", "AK": "Alaska", "AZ": "Arizona", "AR": "Arkansas", "CA": "California", "CO": "Colorado",
    "CT": "Connecticut", "DE": "Delaware", "FL": "Florida", "GA": "Georgia", "HI": "Hawaii", "IA": "Iowa",
    "ID": "Idaho", "IL": "Illinois", "IN": "Indiana", "KS": "Kansas", "KY": "Kentucky", "LA": "Louisiana",
    "MA": "Massachusetts", "MD": "Maryland", "ME": "Maine", "MI": "Michigan", "MN": "Minnesota", "MO": "Missouri",
    "MS": "Mississippi", "MT": "Montana", "NC": "North Carolina", "ND": "North Dakota", "NE": "Nebraska",
    "NH": "New Hampshire", "NJ": "New Jersey", "NM": "New Mexico", "NV": "Nevada", "NY": "New York", "OH": "Ohio",
    "OK": "Oklahoma", "OR": "Oregon", "PA": "Pennsylvania", "RI": "Rhode Island", "SC": "South Carolina",
    "SD": "South Dakota", "TN": "Tennessee", "TX": "Texas", "UT": "Utah", "VA": "Virginia", "VT": "Vermont",
    "WA": "Washington", "WI": "Wisconsin", "WV": "West Virginia", "WY": "Wyoming", "DC": "District of Columbia",
    "BC": "British Columbia", "ON": "Ontario", "AB": "Alberta", "QC": "Quebec", "NSW": "New South Wales",
}  # fmt: skip
