// The piece of the query that ends at the cursor is looked up in all that it can be the
// beginning of; each kind gives a few, so that a frequent kind does not crowd out others.
#include "searcher/completion.h"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>

#include "article/utf8.h"
#include "article/words.h"
#include "schema/fields.h"

namespace broadsheet {
namespace {

constexpr std::size_t longest = 128;              // bytes of what is completed
constexpr std::size_t most_query = 4096;          // bytes of the query
constexpr std::size_t most_candidates = 400'000;  // entries that are looked at
constexpr std::size_t one_mistake = 4;  // bytes that must be typed to allow for one
constexpr std::size_t two_mistakes = 8;
constexpr std::size_t earlier_words = 3;  // that may begin a name: "new york ti"

// What stands before the cursor.
struct Piece {
  std::size_t start = 0;  // of what is replaced
  std::size_t end = 0;
  std::string_view field;  // before a colon
  std::string_view text;   // behind field, signs and quotation mark
};

bool is_edge(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '(' || c == ')';
}

// An open quotation keeps its spaces.
Piece piece_at(std::string_view query, std::size_t at) {
  std::size_t start = 0;
  std::size_t quote = std::string_view::npos;
  for (std::size_t i = 0; i < at; ++i) {
    if (query[i] == '"') {
      quote = quote == std::string_view::npos ? i : std::string_view::npos;
    } else if (is_edge(query[i]) && quote == std::string_view::npos) {
      start = i + 1;
    }
  }
  Piece piece{
      .start = start, .end = at, .field = {}, .text = query.substr(start, at - start)};
  while (!piece.text.empty() && (piece.text[0] == '-' || piece.text[0] == '=')) {
    piece.text.remove_prefix(1);
    ++piece.start;
  }
  const std::size_t colon = piece.text.find(':');
  const bool quoted_before = piece.text.find('"') < colon;
  if (colon != std::string_view::npos && !quoted_before) {
    piece.field = piece.text.substr(0, colon);
    piece.text.remove_prefix(colon + 1);
  }
  if (!piece.text.empty() && piece.text[0] == '"') piece.text.remove_prefix(1);
  return piece;
}

std::string lower(std::string_view text) {
  std::string result(text);
  for (char& c : result)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return result;
}

unsigned mistakes_in(std::string_view text) {
  return text.size() < one_mistake ? 0 : text.size() < two_mistakes ? 1 : 2;
}

bool has_digit(std::string_view text) {
  return text.find_first_of("0123456789") != std::string_view::npos;
}

// The likeliest entries, of those that begin as typed and then of those that
// nearly do; entries of one tag above `plain` count once.
class Top {
 public:
  Top(const Lexicon& lexicon, std::size_t limit) : lexicon_(lexicon), limit_(limit) {}

  struct Found {
    std::size_t entry = 0;
    unsigned mistakes = 0;
  };

  auto better() const {
    return [this](const Found& a, const Found& b) {
      return std::tuple(a.mistakes, ~lexicon_.rank(a.entry), a.entry) <
             std::tuple(b.mistakes, ~lexicon_.rank(b.entry), b.entry);
    };
  }

  std::vector<Found> of(std::string_view typed, bool tolerant) {
    add(lexicon_.beginning_with(typed));
    if (found_.size() < limit_ && tolerant && mistakes_in(typed) > 0) {
      for (const Lexicon::Range& range :
           lexicon_.beginning_near(typed, mistakes_in(typed)))
        if (range.distance > 0) add(range);
    }
    std::sort(found_.begin(), found_.end(), better());
    return std::move(found_);
  }

 private:
  // A heap of the best, the worst of them in front.
  void add(const Lexicon::Range& range) {
    for (std::size_t i = range.first; i < range.last && seen_ < most_candidates;
         ++i, ++seen_) {
      const Found one{.entry = i, .mistakes = range.distance};
      if (found_.size() >= limit_) {
        if (!better()(one, found_.front())) continue;
        std::pop_heap(found_.begin(), found_.end(), better());
        found_.pop_back();
      }
      found_.push_back(one);
      std::push_heap(found_.begin(), found_.end(), better());
    }
  }

  const Lexicon& lexicon_;
  std::size_t limit_;
  std::size_t seen_ = 0;
  std::vector<Found> found_;
};

struct NameRow {
  NameKind kind;
  std::string_view name;   // of the completion's kind
  std::string_view field;  // that it is asked for by; empty: as a word
  std::size_t share;       // how many of them beside other kinds
};

constexpr std::array<NameRow, name_kinds> name_rows = {{
    {NameKind::outlet, "outlet", "outlet", 3},
    {NameKind::author, "author", "author", 2},
    {NameKind::thing, "thing", "", 2},
    {NameKind::credited, "credited", "credited", 0},
    {NameKind::cited, "cited", "cited", 0},
    {NameKind::language, "language", "lang", 0},
}};

class Completer {
 public:
  Completer(std::string_view query, std::size_t at, std::size_t limit, Snapshot& snapshot,
            Lexicons& lexicons)
      : query_(query), at_(at), limit_(limit), snapshot_(snapshot), lexicons_(lexicons) {}

  std::vector<Completion> run() {
    const Piece piece = piece_at(query_, at_);
    if (piece.text.size() > longest) return {};
    if (piece.field.empty()) {
      if (!piece.text.empty()) complete_plain(piece);
    } else if (const Field* field = field_named(lower(piece.field))) {
      complete_field(piece, *field);
    }
    std::stable_sort(list_.begin(), list_.end(), [](const auto& a, const auto& b) {
      const auto rank = [](const Completion& c) {
        // Who has typed several words of a name means it.
        return std::tuple(c.mistakes, c.typed.start, c.count.has_value(), ~c.rank);
      };
      return rank(a) < rank(b);
    });
    if (list_.size() > limit_) list_.resize(limit_);
    return std::move(list_);
  }

 private:
  void complete_plain(const Piece& piece) {
    add_fields(piece);
    for (const NameRow& row : name_rows) {
      if (row.share == 0) continue;
      const std::size_t before = list_.size();
      if (!row.field.empty()) add_names_of_words(row);
      if (list_.size() == before)
        add_names(piece, row, std::min(row.share, limit_), false);
    }
    add_dates(piece, "date", false, 3);
    add_words(piece, "");
  }

  void complete_field(const Piece& piece, const Field& field) {
    switch (field.kind) {
      case FieldKind::text:
        if (field.prefix == prefix::author) {
          add_names(piece, name_rows[1], limit_, true);
        } else {
          add_words(piece, field.name);
        }
        return;
      case FieldKind::name:
        for (const NameRow& row : name_rows)
          if (row.field == field.name) add_names(piece, row, limit_, true);
        return;
      case FieldKind::date:
        add_dates(piece, field.name, field.prefix == prefix::mentioned_day, limit_);
        return;
      case FieldKind::figure:
        return;
    }
  }

  void add(Completion completion, const Piece& piece) {
    completion.typed = {piece.start, piece.end};
    list_.push_back(std::move(completion));
  }

  void add_fields(const Piece& piece) {
    const std::string typed = lower(piece.text);
    for (const Field& field : fields()) {
      if (!field.name.starts_with(typed)) continue;
      add({.kind = "field",
           .value = std::string(field.name),
           .text = std::string(field.name) + ":",
           .count = {}},
          piece);
    }
  }

  // A word alone; what is typed of it may be in quotes with others before it.
  void add_words(const Piece& piece, std::string_view field) {
    Piece last = piece;
    const std::size_t space = piece.text.find_last_of(" -");
    if (space != std::string_view::npos) {
      last.text = piece.text.substr(space + 1);
      last.start = piece.end - last.text.size();
      field = {};
    }
    const std::string typed = fold_words(last.text);
    if (typed.empty() || has_digit(typed) || typed.find(' ') != std::string::npos) return;
    const Words& words = lexicons_.words(snapshot_, typed.front());
    for (const Top::Found& found : Top(words.entries, limit_).of(typed, true)) {
      const std::string value(words.shown(found.entry));
      const bool in_quotes = last.start > piece.start;
      const std::string text = field.empty() ? value : std::string(field) + ":" + value;
      add({.kind = "word",
           .value = value,
           .text = in_quotes ? value : text,
           .count = words.entries.stories(found.entry),
           .mistakes = found.mistakes,
           .rank = words.entries.rank(found.entry)},
          last);
    }
  }

  // "new york ti": names that begin with words before the one at the cursor.
  void add_names_of_words(const NameRow& row) {
    std::size_t start = piece_at(query_, at_).start;
    std::vector<Piece> longer;
    for (std::size_t i = 1; i < earlier_words && start > 0; ++i) {
      std::size_t end = start;
      while (end > 0 && query_[end - 1] == ' ') --end;
      const Piece before = piece_at(query_, end);
      const std::string_view text = query_.substr(before.start, end - before.start);
      if (text.empty() || text.find_first_of(":\"()<>=") != std::string_view::npos) break;
      start = before.start;
      longer.push_back({.start = start,
                        .end = at_,
                        .field = {},
                        .text = query_.substr(start, at_ - start)});
    }
    while (!longer.empty()) {
      const std::size_t known = list_.size();
      add_names(longer.back(), row, row.share, false);
      if (list_.size() > known) return;
      longer.pop_back();
    }
  }

  void add_names(const Piece& piece, const NameRow& row, std::size_t limit, bool alone) {
    const std::string typed = fold_words(piece.text);
    if (typed.empty() && !alone) return;
    if (has_digit(typed) && !alone) return;
    const Names& names = lexicons_.names(snapshot_, row.kind);
    // A name may be found by several of its words.
    std::set<std::uint32_t> seen;
    for (const Top::Found& found :
         Top(names.entries, limit * 3).of(typed, alone || typed.size() > one_mistake)) {
      const std::uint32_t tag = names.entries.tag(found.entry);
      if (seen.size() >= limit || !seen.insert(tag).second) continue;
      add({.kind = std::string(row.name),
           .value = names.names[tag].shown,
           .text = asked_by(row, names.names[tag]),
           .count = names.names[tag].stories,
           .mistakes = found.mistakes,
           .rank = names.names[tag].stories},
          piece);
    }
  }

  static std::string asked_by(const NameRow& row, const Names::Name& name) {
    std::string value = name.shown;
    std::erase(value, '"');
    const bool plain = value.find_first_of(" ():<>=,\t") == std::string::npos;
    if (!plain) value = "\"" + value + "\"";
    return row.field.empty() ? value : std::string(row.field) + ":" + value;
  }

  // By digits, or by the name of the month.
  void add_dates(const Piece& piece, std::string_view field, bool mentioned,
                 std::size_t limit) {
    const std::string typed = lower(piece.text);
    // Behind ".." of a range the other end is typed.
    const std::size_t dots = typed.rfind("..");
    const std::string end = dots == std::string::npos ? typed : typed.substr(dots + 2);
    const std::string head = typed.substr(0, typed.size() - end.size());
    const bool digits = end.empty() || end[0] == '1' || end[0] == '2';
    if (digits ? end.empty() && field == "date" && piece.field.empty() : end.size() < 3)
      return;
    const Lexicon& dates = lexicons_.dates(snapshot_, mentioned);
    std::vector<std::size_t> found;
    const Lexicon::Range range = dates.beginning_with(digits ? end : "");
    for (std::size_t i = range.first; i < range.last; ++i)
      if (digits || month_name(dates.word(i)).starts_with(end)) found.push_back(i);
    // The latest first.
    if (found.size() > limit)
      found.erase(found.begin(), found.end() - static_cast<std::ptrdiff_t>(limit));
    for (auto it = found.rbegin(); it != found.rend(); ++it) {
      const std::string value(dates.word(*it));
      add({.kind = "date",
           .value = value,
           .text = std::string(field) + ":" + head + value,
           .count = dates.stories(*it),
           .rank = dates.stories(*it)},
          piece);
    }
  }

  // "april" of "2026-04".
  static std::string_view month_name(std::string_view date) {
    static constexpr std::array<std::string_view, 12> names = {
        "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december"};
    if (date.size() != 7) return "";
    const int month = (date[5] - '0') * 10 + (date[6] - '0');
    return month >= 1 && month <= 12 ? names[static_cast<std::size_t>(month - 1)] : "";
  }

  std::string_view query_;
  std::size_t at_;
  std::size_t limit_;
  Snapshot& snapshot_;
  Lexicons& lexicons_;
  std::vector<Completion> list_;
};

}  // namespace

Completions complete_query(std::string_view query, std::size_t at, std::size_t limit,
                           Snapshot& snapshot, Lexicons& lexicons) {
  query = query.substr(0, most_query);
  at = std::min(at, query.size());
  // Not within a character.
  while (at > 0 && at < query.size() &&
         (static_cast<unsigned char>(query[at]) & 0xC0) == 0x80)
    --at;
  Completions result;
  result.query = replace_invalid_utf8(query);
  result.at = at;
  if (result.query != query) return result;  // places would be of other bytes
  limit = std::clamp<std::size_t>(limit, 1, max_completions);
  result.list = Completer(query, at, limit, snapshot, lexicons).run();
  return result;
}

}  // namespace broadsheet
