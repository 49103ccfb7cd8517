// One row a month: every name by which the press prints it, full, declined and short.
// Names are folded before they are compared, so a row is written as people write. A short
// form that means two months in two languages ("mar" of "martes", Finnish "maa") is left
// out unless a number beside it makes a date of it anyway.
#include "article/date_words.h"

#include <string>
#include <unordered_map>
#include <unordered_set>

#include "article/ascii.h"
#include "article/word_list.h"
#include "article/words.h"

namespace broadsheet {
namespace {

// Names by month; languages follow one another in each row: en de fr es it pt nl, the
// Nordic ones, pl cs sk hr sl, ro hu tr, et lv lt, ca eu, id, el, ru uk bg sr, ar fa he.
constexpr std::string_view month_rows[12] = {
    "january jan januar jänner janvier janv enero ene gennaio gen janeiro januari "
    "janúar tammikuu tammikuuta tammi stycznia styczeń sty ledna leden január januára "
    "siječnja siječanj januarja ianuarie ian január ocak oca jaanuar jaanuaril janvāris "
    "janvārī sausio sausis gener urtarrila urtarrilak ιανουαρίου ιανουάριος ιαν января "
    "январь янв січня січень січ януари јануар јануара يناير كانون ژانویه ינואר",
    "february feb februar feber février févr fév febrero febbraio fevereiro fev februari "
    "febr febrúar helmikuu helmikuuta helmi lutego luty lut února únor február februára "
    "veljače veljača februarja februarie február şubat şub veebruar veebruaril februāris "
    "februārī vasario vasaris febrer otsaila otsailak φεβρουαρίου φεβρουάριος φεβ "
    "февраля "
    "февраль фев лютого лютий лют февруари фебруар фебруара فبراير شباط فوریه פברואר",
    "march mar märz mrz maerz mars marzo março maart mrt marts maaliskuu maaliskuuta "
    "maalis marca marzec března březen marec ožujka ožujak martie március márc mart "
    "märts "
    "märtsil martā kovo kovas març martxoak martxoa maret μαρτίου μάρτιος μαρ марта март "
    "мар березня березень бер مارس آذار مارس מרץ",
    "april apr avril avr abril abr aprile apríl huhtikuu huhtikuuta huhti kwietnia "
    "kwiecień kwi dubna duben apríla travnja travanj aprila aprilie április ápr nisan "
    "nis "
    "aprill aprillil aprīlis aprīlī balandžio balandis apirila apirilak απριλίου "
    "απρίλιος "
    "απρ апреля апрель апр квітня квітень кві април أبريل ابريل نيسان آوریل אפריל",
    "may mai mayo maggio mag maio mei maj maí toukokuu toukokuuta touko maja května "
    "květen máj mája svibnja svibanj május máj mayıs maijs maijā gegužės gegužė maig "
    "maiatza maiatzak μαΐου μάιος μαι мая май травня травень тра мај مايو أيار مه מאי",
    "june jun juni juin junio giugno giu junho júní kesäkuu kesäkuuta kesä czerwca "
    "czerwiec cze června červen jún júna lipnja lipanj junija junij iunie iun június jún "
    "haziran haz juuni juunil jūnijs jūnijā birželio birželis juny ekaina ekainak "
    "ιουνίου "
    "ιούνιος ιουν июня июнь июн червня червень чер юни јун јуна يونيو حزيران ژوئن יוני",
    "july jul juli juillet juil julio luglio lug julho júlí heinäkuu heinäkuuta heinä "
    "lipca lipiec lip července červenec júl júla srpnja srpanj julija julij iulie iul "
    "július júl temmuz tem juuli juulil jūlijs jūlijā liepos liepa juliol uztaila "
    "uztailak ιουλίου ιούλιος ιουλ июля июль июл липня липень лип юли јул јула يوليو "
    "يوليوز تموز ژوئیه יולי",
    "august aug août aout agosto ago augustus augusti ágúst elokuu elokuuta elo sierpnia "
    "sierpień sie srpna srpen augusta kolovoza kolovoz avgusta avgust augusztus ağustos "
    "ağu augustil augusts augustā rugpjūčio rugpjūtis agost abuztua abuztuak agustus agu "
    "αυγούστου αύγουστος αυγ августа август авг серпня серпень сер август августа أغسطس "
    "اغسطس آب اوت אוגוסט",
    "september sep sept septembre septiembre setiembre settembre setembro set septembrie "
    "syyskuu syyskuuta syys września wrzesień wrz září zář septembra rujna rujan "
    "szeptember szept eylül eyl septembril septembris septembrī rugsėjo rugsėjis "
    "setembre "
    "iraila irailak σεπτεμβρίου σεπτέμβριος σεπ сентября сентябрь сен сент вересня "
    "вересень вер септември септембар септембра سبتمبر أيلول سپتامبر ספטמבר",
    "october oct oktober okt octobre octubre ottobre ott outubro out október lokakuu "
    "lokakuuta loka października październik paź října říjen říj októbra "
    "octombrie ekim eki oktoober oktoobril oktobris oktobrī spalio spalis urria urriak "
    "oktobra οκτωβρίου οκτώβριος οκτ октября октябрь окт жовтня жовтень жов октомври "
    "октобар октобра أكتوبر اكتوبر تشرين اکتبر אוקטובר",
    "november nov novembre noviembre novembro nóvember marraskuu marraskuuta marras "
    "listopada listopad lis listopadu novembra studenoga studeni studenog noiembrie "
    "kasım "
    "kas novembril novembris novembrī lapkričio lapkritis azaroa azaroak νοεμβρίου "
    "νοέμβριος νοε ноября ноябрь ноя листопада листопад ноември новембар новембра نوفمبر "
    "نونبر نوامبر נובמבר",
    "december dec dezember dez décembre déc diciembre dic dicembre dezembro desember des "
    "joulukuu joulukuuta joulu grudnia grudzień gru prosince prosinec decembra prosinca "
    "prosinac decembrie aralık ara detsember detsembril decembris decembrī gruodžio "
    "gruodis desembre abendua abenduak desember δεκεμβρίου δεκέμβριος δεκ декабря "
    "декабрь "
    "дек грудня грудень гру декември децембар децембра ديسمبر دجنبر دسامبر דצמבר"};

constexpr std::string_view filler_words =
    // weekdays
    "monday mon tuesday tue tues wednesday wed thursday thu thur thurs friday fri "
    "saturday sat sunday sun montag dienstag mittwoch donnerstag freitag samstag "
    "sonnabend "
    "sonntag mo di mi do fr sa so lundi mardi mercredi jeudi vendredi samedi dimanche "
    "lun "
    "mer jeu ven sam dim lunes martes miércoles jueves viernes sábado domingo mié jue "
    "vie "
    "sáb dom lunedì martedì mercoledì giovedì venerdì sabato domenica segunda terça "
    "quarta "
    "quinta sexta feira maandag dinsdag woensdag donderdag vrijdag zaterdag zondag "
    "måndag "
    "tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag maanantai "
    "maanantaina tiistai tiistaina keskiviikko keskiviikkona torstai torstaina perjantai "
    "perjantaina lauantai lauantaina sunnuntai sunnuntaina poniedziałek wtorek środa "
    "czwartek piątek sobota niedziela pondělí úterý středa čtvrtek pátek neděle luni "
    "marți "
    "miercuri joi vineri sâmbătă duminică hétfő kedd szerda csütörtök péntek szombat "
    "vasárnap pazartesi salı çarşamba perşembe cuma cumartesi pazar понедельник вторник "
    "среда четверг пятница суббота воскресенье понеділок вівторок середа четвер пʼятниця "
    "субота неділя senin selasa rabu kamis jumat sabtu minggu δευτέρα τρίτη τετάρτη "
    "πέμπτη "
    "παρασκευή σάββατο κυριακή الاثنين الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت "
    // particles and ends of ordinals
    "st nd rd th er of de del di den the of le el la a à o at on um am pm p m t z uhr "
    "ure "
    "kl klo v om op dnia dne г года р року τις στις la ore alle às h hs hrs gada "
    "hodin thứ ngày thang "
    // zones
    "gmt utc est edt et pst pdt pt cst cdt ct mst mdt mt bst ist cet cest mez mesz ast "
    "adt "
    "jst aest aedt acst awst sgt hkt eat wat cat sast eet eest msk мск wib pkt hst akst "
    "nzst "
    "nzdt brt art wita local";

std::string folded(std::string_view word) {
  for (const char c : word) {
    if (is_high(c)) return fold_words(word);
  }
  return to_lower(word);
}

struct Words {
  Words() {
    unsigned month = 0;
    for (const std::string_view row : month_rows) {
      ++month;
      each_part(row, ' ',
                [&](std::string_view name) { months.emplace(folded(name), month); });
    }
    each_part(filler_words, ' ',
              [&](std::string_view word) { fillers.insert(folded(word)); });
  }
  std::unordered_map<std::string, unsigned> months;
  std::unordered_set<std::string> fillers;
};

const Words& words() {
  static const Words the_words;
  return the_words;
}

constexpr std::size_t longest_word = 40;  // bytes

}  // namespace

std::optional<unsigned> month_of_word(std::string_view word) {
  if (word.size() > longest_word) return std::nullopt;
  const auto found = words().months.find(folded(word));
  if (found == words().months.end()) return std::nullopt;
  return found->second;
}

bool is_date_filler(std::string_view word) {
  return word.size() <= longest_word && words().fillers.contains(folded(word));
}

}  // namespace broadsheet
