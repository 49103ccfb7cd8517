// Words are looked at one by one: a clock takes the particle in front of it ("at", "um",
// "a las") and what tells half of the day and zone behind it. Leaves out what has no
// number: "yesterday", "just now".
#include "article/time_notes.h"

#include <algorithm>
#include <vector>

#include "article/ascii.h"

namespace broadsheet {
namespace {

constexpr std::size_t most_words = 60;

constexpr std::string_view lead_words =
    " at a à as às las la um om kl klo klokken alle ore ora o od в о об у u v godz saat "
    "pada pukul jam lúc the time ";
constexpr std::string_view behind_words =
    " am pm a.m p.m a p m uhr h hs hr hrs hours heures horas ore local time eastern "
    "central pacific gmt utc est edt et pst pdt pt cst cdt ct mst mdt mt bst ist cet "
    "cest "
    "mez mesz jst aest aedt sgt hkt eat wat cat sast eet eest msk мск wib wita pkt nzst "
    "nzdt brt art z ";
constexpr std::string_view halves = " am pm a.m p.m uhr heures horas ";
constexpr std::string_view units =
    " second seconds sec secs minute minutes min mins hour hours hr hrs day days week "
    "weeks month months stunde stunden minuten tag tagen tage wochen heure heures jour "
    "jours semaines hora horas minuto minutos día días dias semanas ora ore minuti "
    "giorni "
    "uur uren minuut dagen timer time minutter dage timmar timme dagar часа часов час "
    "минут минуты дня дней день години годин хвилин godziny godzin godzinę minut dni "
    "saat dakika gün jam menit hari ";
constexpr std::string_view ago_words =
    " ago geleden siden sedan назад тому temu önce lalu fa atrás ";
constexpr std::string_view since_words = " vor hace há il y a ";
constexpr std::string_view note_words =
    " last updated update modified published posted about over almost around "
    "aktualisiert "
    "mis jour à actualizado atualizado aggiornato bijgewerkt oppdatert opdateret "
    "uppdaterad обновлено ";

bool holds(std::string_view list, std::string_view word) {
  if (word.empty() || word.find(' ') != word.npos) return false;
  return list.find(" " + std::string(word) + " ") != list.npos;
}

// The word in lower case without the signs around it.
std::string bare(std::string_view word) {
  constexpr std::string_view signs = "()[],;.:|";
  while (!word.empty() && signs.find(word.front()) != signs.npos) word.remove_prefix(1);
  while (!word.empty() && signs.find(word.back()) != signs.npos) word.remove_suffix(1);
  return to_lower(word);
}

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  return end - at;
}

bool is_number(std::string_view word) {
  return !word.empty() && word.size() <= 4 && digits_at(word, 0) == word.size();
}

bool below(std::string_view digits, int limit) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value < limit;
}

// "10:24", "10.24", "10h24", "10:24:05", "10:24pm", "10am", "10h".
bool is_clock(std::string_view word) {
  const std::size_t hour = digits_at(word, 0);
  if (hour == 0 || hour > 2 || !below(word.substr(0, hour), 25)) return false;
  std::string_view rest = word.substr(hour);
  for (int i = 0; i < 2 && !rest.empty(); ++i) {
    const bool sign = std::string_view(":.h").find(rest.front()) != rest.npos;
    if (!sign || digits_at(rest, 1) != 2 || !below(rest.substr(1, 2), 60)) break;
    rest.remove_prefix(3);
  }
  // "10.24.05" is as likely a date.
  if (rest.empty()) {
    return word.size() > hour && std::count(word.begin(), word.end(), '.') < 2;
  }
  return rest != "a" && rest != "p" && rest != "m" && digits_at(rest, 0) == 0 &&
         holds(behind_words, rest);
}

// "gmt", "gmt+1", "+01:00", "utc-03:30".
bool is_zone(std::string_view word) {
  const std::size_t sign = word.find_first_of("+-");
  if (sign == word.npos) return holds(behind_words, word);
  if (sign > 0 && !holds(behind_words, word.substr(0, sign))) return false;
  const std::string_view offset = word.substr(sign + 1);
  return !offset.empty() && offset.size() <= 5 &&
         offset.find_first_not_of("0123456789:") == offset.npos;
}

std::vector<std::string_view> words_of(std::string_view line) {
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < line.size() && words.size() < most_words;) {
    const std::size_t end = std::min(line.find(' ', at), line.size());
    if (end > at) words.push_back(line.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

class Notes {
 public:
  explicit Notes(std::string_view line)
      : words_(words_of(line)), gone_(words_.size(), false) {
    for (const std::string_view word : words_) bare_.push_back(bare(word));
  }

  std::string rest() {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (const std::size_t note = end_of_note(i); note > i) {
        take(before(before(i, since_words), note_words), note);
      } else if (const std::size_t end = end_of_clock(i); end > i) {
        take(before(i, lead_words), end);
        take_zone(end);
      }
    }
    return joined();
  }

 private:
  std::size_t end_of_clock(std::size_t i) const {
    const std::string next = i + 1 < bare_.size() ? bare_[i + 1] : std::string();
    if (is_clock(bare_[i])) {
      // "10.05 2026" is a date, "10:30 2026" none.
      const bool part_of_date = bare_[i].find('.') != std::string::npos &&
                                (next.size() == 4 && is_number(next));
      return part_of_date ? i : i + 1;
    }
    if (!is_number(bare_[i]) || next.empty()) return i;
    if (bare_[i].size() <= 2 && holds(halves, next)) return i + 2;
    if (bare_[i].size() <= 2 && next == "h")
      return i + 2 < bare_.size() && is_number(bare_[i + 2]) ? i + 3 : i + 2;
    // "1042 GMT"
    const bool zone =
        next.size() >= 3 && is_zone(next) && next != "art" && next != "time";
    return bare_[i].size() == 4 && zone && below(bare_[i], 2400) && i > 0 ? i + 2 : i;
  }

  // "3 hours ago", "vor 3 Stunden", "5 min read".
  std::size_t end_of_note(std::size_t i) const {
    const std::string& count = bare_[i];
    const bool number = is_number(count) || count == "an" || count == "a" ||
                        count == "one" || count == "una" || count == "une";
    if (!number || i + 1 >= bare_.size() || !holds(units, bare_[i + 1])) return i;
    const std::string behind = i + 2 < bare_.size() ? bare_[i + 2] : std::string();
    if (holds(ago_words, behind) || behind == "read") return i + 3;
    if (i > 0 && holds(" vor hace há ", bare_[i - 1])) return i + 2;
    return i > 2 && bare_[i - 3] == "il" && bare_[i - 1] == "a" ? i + 2 : i;
  }

  std::size_t before(std::size_t i, std::string_view list) const {
    while (i > 0 && !gone_[i - 1] && holds(list, bare_[i - 1])) --i;
    return i;
  }

  void take(std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) gone_[i] = true;
  }

  void take_zone(std::size_t i) {
    for (; i < words_.size() && is_zone(bare_[i]); ++i) gone_[i] = true;
  }

  std::string joined() const {
    std::string out;
    for (std::size_t i = 0; i < words_.size(); ++i) {
      if (gone_[i] && i > 0 && gone_[i - 1]) continue;
      if (!out.empty()) out += ' ';
      out += gone_[i] ? "|" : words_[i];
    }
    return out;
  }

  std::vector<std::string_view> words_;
  std::vector<std::string> bare_;
  std::vector<bool> gone_;
};

constexpr std::string_view day_signs[] = {"日", "일"};
constexpr std::string_view hour_signs[] = {"時", "时", "点", "點", "시"};
constexpr std::string_view minute_signs[] = {"分", "분", "秒", "초"};
constexpr std::string_view day_halves[] = {"上午", "下午", "午前", "午後",
                                           "오전", "오후", "凌晨"};

template <typename List>
std::size_t sign_at(std::string_view text, std::size_t at, const List& signs) {
  for (const std::string_view sign : signs) {
    if (text.substr(at, sign.size()) == sign) return sign.size();
  }
  return 0;
}

// "10時24分", "10点", "3時間前": bytes it takes.
std::size_t eastern_time(std::string_view text, std::size_t at) {
  std::size_t end = at + digits_at(text, at);
  const std::size_t hour = end > at ? sign_at(text, end, hour_signs) : 0;
  if (hour == 0 || end - at > 2) return 0;
  end += hour;
  for (int i = 0; i < 2; ++i) {
    while (end < text.size() && text[end] == ' ' &&
           is_digit(text[std::min(end + 1, text.size() - 1)]))
      ++end;
    const std::size_t digits = digits_at(text, end);
    const std::size_t sign = digits > 0 ? sign_at(text, end + digits, minute_signs) : 0;
    if (sign == 0) break;
    end += digits + sign;
  }
  for (const std::string_view ago : {"間前", "間 前", "간 전", "간전"}) {
    if (text.substr(end, ago.size()) == ago) return end + ago.size() - at;
  }
  return end - at;
}

// Blanks become spaces, the times of the East go, and what is written on to a day parts.
std::string plain_line(std::string_view line) {
  std::string out;
  for (std::size_t at = 0; at < line.size();) {
    const bool starts = at == 0 || !is_digit(line[at - 1]);
    std::size_t skip = starts ? eastern_time(line, at) : 0;
    if (skip == 0) skip = sign_at(line, at, day_halves);
    if (skip != 0) {
      out += " | ";
      at += skip;
    } else if (line.substr(at, 2) == "\u00A0" || line.substr(at, 3) == "\u202F" ||
               line.substr(at, 3) == "\u3000") {
      out += ' ';
      at += line[at] == '\xC2' ? 2 : 3;
    } else if (const std::size_t day = sign_at(line, at, day_signs);
               day != 0 && at > 0 && is_digit(line[at - 1])) {
      (out += line.substr(at, day)) += ' ';
      at += day;
    } else {
      out += is_space(line[at]) ? ' ' : line[at];
      ++at;
    }
  }
  return out;
}

}  // namespace

std::string without_times(std::string_view line) {
  return Notes(plain_line(line.substr(0, 1024))).rest();
}

bool is_time_note(std::string_view line) {
  if (line.size() > 80) return false;
  const std::string rest = without_times(line);
  return rest.find('|') != rest.npos && rest.find_first_not_of(" |") == rest.npos;
}

}  // namespace broadsheet
