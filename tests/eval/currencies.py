"""ISO 4217 codes that score_extraction.py has no alias for, and the names such money goes by.

The codes it knows (USD, EUR, GBP, JPY, ...) pass as they are and are not repeated here.
"""

CURRENCY_NAMES = {
    "AED": "uae dirham", "ARS": "argentine peso", "ATS": "austrian schilling",
    "BDT": "bangladeshi taka", "BEF": "belgian franc", "BGN": "bulgarian lev",
    "BHD": "bahraini dinar", "BOB": "bolivian boliviano", "CLP": "chilean peso",
    "COP": "colombian peso", "CRC": "costa rican colón", "CUP": "cuban peso",
    "CZK": "czech koruna", "DEM": "german mark", "DOP": "dominican peso",
    "DZD": "algerian dinar", "EGP": "egyptian pound", "ESP": "peseta",
    "ETB": "ethiopian birr", "FIM": "finnish markka", "FRF": "french franc",
    "GEL": "georgian lari", "GHS": "ghanaian cedi", "GRD": "greek drachma",
    "HUF": "hungarian forint", "IDR": "indonesian rupiah", "IEP": "irish pound",
    "IQD": "iraqi dinar", "IRR": "iranian rial", "ISK": "icelandic krona",
    "ITL": "italian lira", "JMD": "jamaican dollar", "JOD": "jordanian dinar",
    "KES": "kenyan shilling", "KHR": "cambodian riel", "KPW": "north korean won",
    "KWD": "kuwaiti dinar", "KZT": "kazakhstani tenge", "LAK": "lao kip",
    "LBP": "lebanese pound", "LKR": "sri lankan rupee", "LYD": "libyan dinar",
    "MAD": "moroccan dirham", "MMK": "myanmar kyat", "MNT": "mongolian tugrik",
    "NGN": "nigerian naira", "NLG": "dutch guilder", "NPR": "nepalese rupee",
    "OMR": "omani rial", "PEN": "peruvian sol", "PHP": "philippine peso",
    "PKR": "pakistani rupee", "PLN": "polish zloty", "PTE": "portuguese escudo",
    "PYG": "paraguayan guarani", "QAR": "qatari riyal", "RON": "romanian leu",
    "RSD": "serbian dinar", "SAR": "saudi riyal", "SDG": "sudanese pound",
    "SYP": "syrian pound", "THB": "thai baht", "TND": "tunisian dinar",
    "TWD": "taiwan dollar", "TZS": "tanzanian shilling", "UAH": "ukrainian hryvnia",
    "UGX": "ugandan shilling", "UYU": "uruguayan peso", "UZS": "uzbekistani som",
    "VES": "venezuelan bolivar", "VND": "vietnamese dong", "XAF": "central african franc",
    "XOF": "west african franc", "YER": "yemeni rial", "ZMW": "zambian kwacha",
    "ZWL": "zimbabwean dollar",
}
