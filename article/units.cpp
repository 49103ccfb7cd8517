// The tables of units. Plurals in -s of forms of four letters and more are made here; all
// other forms are written out. Hash tables over them are made once.
#include "article/units.h"

#include <array>
#include <string>
#include <unordered_map>

#include "article/currencies.h"

namespace broadsheet {
namespace {

constexpr auto currencies = std::to_array<Unit>({
    {"USD", "money",
     "usd|dollar|us dollar|u.s. dollar|american dollar|dlr|dlrs|us "
     "dlrs|buck|$|dólares|dólar|dollari|dollaro|долларов|доллара|us-dollar|dolarów"},
    {"EUR", "money", "eur|euro|€|евро|euroa"},
    {"GBP", "money",
     "gbp|pound sterling|pounds sterling|british pound|sterling|quid|£|livres "
     "sterling|pfund"},
    {"JPY", "money", "jpy|yen|japanese yen|¥"},
    {"CNY", "money", "cny|rmb|yuan|renminbi|chinese yuan|元"},
    {"INR", "money", "inr|rupee|indian rupee|rs|₹"},
    {"AUD", "money", "aud|australian dollar|a$|au$"},
    {"CAD", "money", "cad|canadian dollar|c$|ca$"},
    {"NZD", "money", "nzd|new zealand dollar|nz$|nzd$"},
    {"HKD", "money", "hkd|hong kong dollar|hk$"},
    {"SGD", "money", "sgd|singapore dollar|singaporean dollar|s$"},
    {"TWD", "money", "twd|new taiwan dollar|taiwan dollar|nt$"},
    {"MXN", "money", "mxn|mexican peso|mex$|mxn$"},
    {"BRL", "money", "brl|brazilian real|brazilian reais|reais|r$"},
    {"CHF", "money", "chf|swiss franc|franc|sfr|franken"},
    {"SEK", "money",
     "sek|swedish krona|swedish kronor|swedish crown|krona|kronor|kronor"},
    {"NOK", "money", "nok|norwegian krone|norwegian kroner|norwegian crown"},
    {"DKK", "money", "dkk|danish krone|danish kroner|danish crown"},
    {"KRW", "money", "krw|south korean won|korean won|₩"},
    {"RUB", "money",
     "rub|ruble|rouble|russian ruble|russian rouble|₽|рублей|рубля|руб"},
    {"TRY", "money", "turkish lira|₺"},
    {"ILS", "money", "ils|nis|shekel|israeli shekel|new israeli shekel|₪"},
    {"ZAR", "money", "zar|rand|south african rand"},
    {"MYR", "money", "myr|ringgit|malaysian ringgit|malaysia ringgit|rm"},
    {"THB", "money", "thb|baht|thai baht|฿"},
    {"IDR", "money", "idr|rupiah|indonesian rupiah"},
    {"PHP", "money", "philippine peso|₱"},
    {"VND", "money", "vnd|vietnamese dong|₫"},
    {"PKR", "money", "pkr|pakistani rupee"},
    {"LKR", "money", "lkr|sri lankan rupee"},
    {"AED", "money", "aed|dirham|uae dirham|dhs"},
    {"SAR", "money", "saudi riyal"},
    {"PLN", "money", "pln|zloty|polish zloty|złotych|złoty|zł"},
    {"CZK", "money", "czk|czech crown|czech koruna|koruna|kč|korun"},
    {"HUF", "money", "huf|forint|hungarian forint"},
    {"UAH", "money", "uah|hryvnia|₴|гривен"},
    {"NGN", "money", "ngn|naira|nigerian naira|₦"},
    {"KES", "money", "kes|kenyan shilling|ksh"},
    {"EGP", "money", "egyptian pound"},
    {"ARS", "money", "argentine peso|argentinian peso"},
    {"CLP", "money", "chilean peso"},
    {"COP", "money", "colombian peso"},
    {"CRC", "money", "costa rican colon|₡"},
    {"LAK", "money", "lao kip|₭"},
    {"DEM", "money", "deutsche mark|deutschmark|german mark"},
    {"FIM", "money", "finnish markka|markka"},
    {"ESP", "money", "peseta|spanish peseta"},
    {"NLG", "money", "dutch guilder|guilder|guilders"},
    {"ITL", "money", "italian lira|italian lire|lire"},
    {"BTC", "money", "btc|bitcoin|₿"},
    {"ETH", "money", "ether"},
    {"cent", "money", "cent|us cent|cts|pennies|¢"},
    {"penny", "money", "pence|penny"},
    {"dime", "money", "dime"},
    {"sen", "money", "sen"},
    {"paisa", "money", "paisa|paise"},
    {"kopek", "money", "kopek|kopeck|копеек"},
    {"agora", "money", "agora|agorot"},
});

// Letters that may be glued before digits; codes of the table above come along.
constexpr auto glued_prefixes = std::to_array<Unit>({
    {"USD", "money", "usd|us|u.s."}, {"EUR", "money", "eur"},
    {"GBP", "money", "gbp|ps|stg"},  // "PS2.7m" is what some agencies make of "£2.7m"
    {"JPY", "money", "jpy|y="},      {"CNY", "money", "cny|rmb"},
    {"INR", "money", "inr|rs|rs."},  {"AUD", "money", "aud"},
    {"CAD", "money", "cad"},         {"NZD", "money", "nzd"},
    {"HKD", "money", "hkd"},         {"SGD", "money", "sgd"},
    {"CHF", "money", "chf|sfr"},     {"SEK", "money", "sek"},
    {"NOK", "money", "nok"},         {"DKK", "money", "dkk"},
    {"KRW", "money", "krw"},         {"ZAR", "money", "zar"},
    {"MYR", "money", "myr|rm"},      {"THB", "money", "thb"},
    {"IDR", "money", "idr"},         {"AED", "money", "aed|dhs"},
    {"ILS", "money", "ils|nis"},     {"CZK", "money", "czk"},
    {"HUF", "money", "huf"},         {"UAH", "money", "uah"},
    {"NGN", "money", "ngn"},         {"TWD", "money", "twd"},
    {"VND", "money", "vnd"},         {"LKR", "money", "lkr"},
    {"RUB", "money", "rub"},         {"PKR", "money", "pkr"},
    {"PLN", "money", "pln"},         {"MXN", "money", "mxn"},
    {"BRL", "money", "brl"},         {"KES", "money", "ksh|kes"},
    {"BTC", "money", "btc"},
});

constexpr auto measures = std::to_array<Unit>({
    {"percent", "ratio",
     "%|percent|per cent|pct|percents|percentage|prozent|procent|por ciento|pour "
     "cent|per cento|por cento|percento|процентов|процента"},
    {"percentage point", "ratio",
     "percentage point|percent point|pct point|ppt|%age point"},
    {"basis point", "ratio", "basis point|bps|bp"},
    {"fraction", "ratio", "fraction"},
    {"time", "count", "times|-fold|fold"},

    {"year", "time", "year|yr|yrs|jahre|jahren|ans|année|années|años|anni|jaar|år|лет"},
    {"month", "time",
     "month|mth|mths|monate|monaten|mois|meses|mesi|maanden|månader|måneder"},
    {"week", "time", "week|wk|wks|wochen|semaines|semanas|settimane|weken|veckor|uger"},
    {"day", "time", "day|tage|tagen|jours|días|giorni|dias|dagen|dagar|dage"},
    {"hour", "time", "hour|hr|hrs|stunden|heures|horas|uur|timmar"},
    {"minute", "time", "minute|min|mins"},
    {"second", "time", "second|sec|secs"},
    {"millisecond", "time", "millisecond|ms"},
    {"decade", "time", "decade"},
    {"century", "time", "century|centuries"},
    {"fortnight", "time", "fortnight"},

    {"kilometre", "length",
     "km|kms|kilometre|kilometer|kilometern|kilomètres|kilómetros|chilometri"},
    {"metre", "length", "metre|meter|metern|mètres|metros|metri"},
    {"centimetre", "length", "cm|cms|centimetre|centimeter"},
    {"decimetre", "length", "dm|decimetre|decimeter"},
    {"millimetre", "length", "mm|millimetre|millimeter"},
    {"micrometre", "length", "μm|µm|micron|micrometre|micrometer"},
    {"nanometre", "length", "nm|nanometre|nanometer"},
    {"picometre", "length", "picometre|picometer"},
    {"mile", "length", "mile|mi"},
    {"nautical mile", "length", "nautical mile"},
    {"foot", "length", "foot|feet|ft"},
    {"inch", "length", "inch|inches|″"},
    {"yard", "length", "yard|yd|yds"},
    {"light-year", "length", "light year|light years"},

    {"square metre", "area", "square metre|square meter|sq m|sqm|m2|m²"},
    {"square kilometre", "area", "square kilometre|square kilometer|sq km|km2|km²"},
    {"square foot", "area", "square foot|square feet|sq ft|sqft|ft2|ft²|square ft"},
    {"square mile", "area", "square mile|sq mi"},
    {"square inch", "area", "square inch|square inches|sq in"},
    {"acre", "area", "acre"},
    {"hectare", "area", "hectare|ha"},

    {"gram", "mass", "gram|gramme|gm"},
    {"kilogram", "mass", "kg|kgs|kilogram|kilogramme|kilo"},
    {"milligram", "mass", "mg|milligram|milligramme"},
    {"microgram", "mass", "mcg|microgram|microgramme|µg|μg"},
    {"tonne", "mass",
     "tonne|metric ton|metric tonne|mt|tonnen|toneladas|tonnellate|тонн"},
    {"ton", "mass", "ton|short ton|long ton"},
    {"gigatonne", "mass", "gigatonne|gigaton"},
    {"megatonne", "mass", "megatonne|megaton"},
    {"carat", "mass", "carat"},
    {"pound-mass", "mass", "lb|lbs|pound|pound mass"},
    {"ounce", "mass", "oz|ounce|troy ounce|fluid ounce"},

    {"litre", "volume", "litre|liter|ltr"},
    {"millilitre", "volume", "ml|millilitre|milliliter"},
    {"centilitre", "volume", "cl|centilitre|centiliter"},
    {"cubic metre", "volume", "cubic metre|cubic meter|m3|m³"},
    {"cubic yard", "volume", "cubic yard"},
    {"cubic foot", "volume", "cubic foot|cubic feet|ft3|ft³"},
    {"cubic centimetre", "volume", "cubic centimetre|cubic centimeter|cc|cm3|cm³"},
    {"gallon", "volume", "gallon|gal"},
    {"pint", "volume", "pint"},
    {"quart", "volume", "quart"},
    {"cup", "volume", "cup"},
    {"tablespoon", "volume", "tablespoon|tbsp"},
    {"teaspoon", "volume", "teaspoon|tsp"},
    {"barrel", "volume", "barrel|bbl|bbls"},
    {"bushel", "volume", "bushel"},
    {"barrel per day", "flow", "bpd|b/d|bbl/d|barrel per day|barrels per day"},

    {"mile per hour", "speed",
     "mph|m.p.h.|mile per hour|miles per hour|mile an hour|miles an hour"},
    {"kilometre per hour", "speed",
     "kph|kmh|kmph|km/h|km/hr|kilometre per hour|kilometer per hour|kilometres per "
     "hour|kilometers per hour|kilometres an hour|kilometers an hour"},
    {"metre per second", "speed",
     "m/s|metre per second|meter per second|metres per second|meters per second"},
    {"knot", "speed", "knot|kt|kts"},
    {"mile per gallon", "efficiency", "mpg|mile per gallon|miles per gallon"},
    {"revolutions per minute", "frequency",
     "rpm|revolution per minute|revolutions per minute"},

    {"horsepower", "power", "hp|horsepower|ps power"},
    {"brake horsepower", "power", "bhp|brake horsepower"},
    {"watt", "power", "watt"},
    {"kilowatt", "power", "kw|kilowatt"},
    {"megawatt", "power", "mw|megawatt"},
    {"gigawatt", "power", "gw|gigawatt"},
    {"terawatt", "power", "tw|terawatt"},
    {"watt hour", "energy", "wh|watt hour"},
    {"kilowatt hour", "energy", "kwh|kilowatt hour"},
    {"megawatt hour", "energy", "mwh|megawatt hour"},
    {"gigawatt hour", "energy", "gwh|gigawatt hour"},
    {"terawatt hour", "energy", "twh|terawatt hour"},
    {"joule", "energy", "joule"},
    {"kilojoule", "energy", "kj|kilojoule"},
    {"calorie", "energy", "calorie|kcal"},
    {"milliampere hour", "charge", "mah|milliampere hour|milliamp hour"},
    {"volt", "voltage", "volt"},
    {"kilovolt", "voltage", "kv|kilovolt"},
    {"ampere", "current", "amp|ampere"},
    {"newton metre", "torque", "newton metre|newton meter"},
    {"pound-foot", "torque",
     "pound feet|pound foot|lb ft|lb feet|foot pound|ft lb|pound feet of torque|lb ft of "
     "torque"},
    {"pound per square inch", "pressure", "psi"},
    {"ton per day", "flow", "tpd"},
    {"kilopound per square inch", "pressure", "ksi"},
    {"megapascal", "pressure", "mpa|megapascal"},
    {"gigapascal", "pressure", "gpa|gigapascal"},
    {"decibel", "level", "db|decibel"},

    {"byte", "data", "byte"},
    {"bit", "data", "bit"},
    {"kilobyte", "data", "kb|kilobyte"},
    {"megabyte", "data", "mb|megabyte"},
    {"gigabyte", "data", "gb|gigabyte"},
    {"terabyte", "data", "tb|terabyte"},
    {"petabyte", "data", "pb|petabyte"},
    {"megabit per second", "data rate",
     "mbps|mbit/s|megabits per second|megabit per second"},
    {"gigabit per second", "data rate",
     "gbps|gbit/s|gigabits per second|gigabit per second"},
    {"pixel", "count", "pixel|px"},
    {"megapixel", "count", "megapixel|mp"},
    {"pixel per inch", "density", "ppi|pixels per inch"},

    {"hertz", "frequency", "hz|hertz"},
    {"kilohertz", "frequency", "khz|kilohertz"},
    {"megahertz", "frequency", "mhz|megahertz"},
    {"gigahertz", "frequency", "ghz|gigahertz"},

    {"celsius", "temperature",
     "°c|℃|celsius|celcius|centigrade|degree celsius|degrees celsius|degree "
     "celcius|degrees celcius|degree centigrade|degrees centigrade|degree c|degrees "
     "c|deg c|deg celsius|deg celcius|c degree|c degrees"},
    {"fahrenheit", "temperature",
     "°f|℉|fahrenheit|farenheit|degree fahrenheit|degrees fahrenheit|degrees "
     "farenheit|degree f|degrees f|degf|deg f|deg fahrenheit"},
    {"kelvin", "temperature", "kelvin"},
    {"degree", "angle", "°|degree|deg|degs"},
    {"radian", "angle", "radian|rad"},

    {"part per million", "ratio", "ppm|part per million|parts per million"},
    {"part per billion", "ratio", "ppb|part per billion|parts per billion"},
    {"point per game", "sport", "ppg|point per game|points per game"},
    {"rebound per game", "sport", "rpg|rebound per game|rebounds per game"},
    {"assist per game", "sport", "apg|assist per game|assists per game"},
});

// One or two letters that are words or scales elsewhere.
constexpr auto short_units = std::to_array<Unit>({
    {"metre", "length", "m"},
    {"picometre", "length", "pm"},
    {"megayear", "time", "ma"},
    {"gram", "mass", "g"},
    {"litre", "volume", "l"},
    {"tonne", "mass", "t"},
    {"second", "time", "s"},
    {"hour", "time", "h"},
    {"watt", "power", "w"},
    {"volt", "voltage", "v"},
    {"penny", "money", "p"},
    {"cent", "money", "c"},
    {"inch", "length", "in|\""},
    {"time", "count", "x"},
    {"percent", "ratio", "pc"},
    {"year of age", "age", "yo"},
});

using Index = std::unordered_map<std::string_view, const Unit*>;

template <typename Visit>
void each_form(const Unit& unit, Visit visit) {
  std::string_view rest = unit.forms;
  while (!rest.empty()) {
    const std::size_t bar = rest.find('|');
    visit(rest.substr(0, bar));
    rest = bar == std::string_view::npos ? std::string_view{} : rest.substr(bar + 1);
  }
}

bool takes_plural(std::string_view form) {
  const char last = form.back();
  return form.size() >= 3 && last >= 'a' && last <= 'z' && last != 's';
}

// Keeps the plurals it makes: the index holds views.
struct UnitIndex {
  Index units;
  std::unordered_map<std::string, const Unit*> plurals;

  UnitIndex() {
    for (const Unit& unit : measures) add(unit);
    for (const Unit& unit : currencies) add(unit);
    for (const Unit& unit : world_currencies()) add(unit);
  }
  void add(const Unit& unit) {
    each_form(unit, [&](std::string_view form) {
      units.try_emplace(form, &unit);
      if (takes_plural(form)) plurals.try_emplace(std::string(form) + "s", &unit);
    });
  }
};

template <typename Table>
Index index_of(const Table& table) {
  Index index;
  for (const Unit& unit : table) {
    each_form(unit, [&](std::string_view form) { index.try_emplace(form, &unit); });
  }
  return index;
}

// The codes of all the world's money go before numbers too.
Index prefix_index() {
  Index index = index_of(glued_prefixes);
  constexpr std::size_t code = 3;
  for (const Unit& unit : world_currencies()) {
    const std::string_view form = unit.forms.substr(0, unit.forms.find('|'));
    if (form.size() == code) index.try_emplace(form, &unit);
  }
  return index;
}

const Unit* find_in(const Index& index, std::string_view form) {
  const auto found = index.find(form);
  return found == index.end() ? nullptr : found->second;
}

}  // namespace

const Unit* find_unit(std::string_view form) {
  static const UnitIndex index;
  if (const Unit* unit = find_in(index.units, form)) return unit;
  const auto found = index.plurals.find(std::string(form));
  return found == index.plurals.end() ? nullptr : found->second;
}

const Unit* find_short_unit(std::string_view form) {
  static const Index index = index_of(short_units);
  return find_in(index, form);
}

const Unit* find_currency_symbol(std::string_view symbol) {
  const Unit* unit = find_unit(symbol);
  return unit != nullptr && unit->dimension == "money" ? unit : nullptr;
}

const Unit* find_currency_prefix(std::string_view letters) {
  static const Index index = prefix_index();
  return find_in(index, letters);
}

std::size_t currency_symbol_length(std::string_view text) {
  constexpr auto symbols =
      std::to_array<std::string_view>({"$", "€", "£", "¥", "₹", "₩", "₽", "₺", "₪", "฿",
                                       "₱", "₫", "₴", "₦", "₡", "₭", "₿", "¢", "元"});
  // Called at every token: the first bytes of all symbols, and no others, are looked at.
  const char first = text.empty() ? '\0' : text.front();
  if (first != '$' && first != '\xC2' && first != '\xE0' && first != '\xE2' &&
      first != '\xE5') {
    return 0;
  }
  for (const std::string_view symbol : symbols) {
    if (text.starts_with(symbol)) return symbol.size();
  }
  return 0;
}

}  // namespace broadsheet
