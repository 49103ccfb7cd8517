#include "article/table_scale.h"

#include <algorithm>
#include <iterator>

#include "article/ascii.h"
#include "article/units.h"

namespace broadsheet {
namespace {

struct ScaleWord {
  std::string_view word;
  std::string_view written;
};
constexpr ScaleWord scale_words[] = {
    {"thousand", " thousand"}, {"thousands", " thousand"}, {"000s", " thousand"},
    {"000", " thousand"},      {"k", " thousand"},         {"million", " million"},
    {"millions", " million"},  {"m", " million"},          {"mn", " million"},
    {"mln", " million"},       {"mil", " million"},        {"billion", " billion"},
    {"billions", " billion"},  {"bn", " billion"},         {"bln", " billion"},
    {"b", " billion"},         {"trillion", " trillion"},  {"trillions", " trillion"},
    {"tn", " trillion"},
};
constexpr std::string_view percent_words[] = {"%", "percent", "pct", "percentage"};
constexpr std::string_view small_words[] = {"in", "of", "the", "per", "cent"};

template <typename List>
bool is_one_of(const List& list, std::string_view word) {
  return std::find(std::begin(list), std::end(list), word) != std::end(list);
}

class ScaleReader {
 public:
  // False for a word that says nothing of a scale.
  bool take(std::string_view word) {
    if (const std::size_t sign = currency_symbol_length(word); sign > 0) {
      currency_ = word.substr(0, sign);
      word.remove_prefix(sign);
      return word.empty() || take(word);
    }
    if (is_one_of(percent_words, word)) {
      after_ = "%";
      return true;
    }
    const auto* const row =
        std::find_if(std::begin(scale_words), std::end(scale_words),
                     [&](const ScaleWord& one) { return one.word == word; });
    if (row != std::end(scale_words)) {
      after_ = row->written;
      return true;
    }
    if (const Unit* unit = money(word)) {
      currency_ = std::string(unit->name) + " ";
      return true;
    }
    return is_one_of(small_words, word);
  }

  // A lone "m" may be metres, "b" anything.
  bool clear() const { return !currency_.empty() || after_ == "%" || written_out_; }
  void written_out(std::string_view words) {
    written_out_ = words.find("illion") != words.npos ||
                   words.find("000") != words.npos ||
                   words.find("thousand") != words.npos;
  }

  TableScale scale(std::string_view name) const {
    return {.name = name, .before = currency_, .after = after_};
  }

 private:
  // "dollars", "usd", "euros"
  static const Unit* money(std::string_view word) {
    const Unit* unit = find_unit(word);
    if (unit == nullptr && word.size() > 3 && word.back() == 's')
      unit = find_unit(word.substr(0, word.size() - 1));
    return unit != nullptr && unit->dimension == "money" ? unit : nullptr;
  }

  std::string currency_;
  std::string after_;
  bool written_out_ = false;
};

std::optional<TableScale> read_scale(std::string_view words, std::string_view name) {
  constexpr std::size_t longest = 40;
  const std::string folded = to_lower(words);
  if (folded.empty() || folded.size() > longest) return std::nullopt;
  ScaleReader reader;
  reader.written_out(folded);
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t start = folded.find_first_not_of(" ,'", at);
    if (start == std::string::npos) break;
    at = std::min(folded.find_first_of(" ,'", start), folded.size());
    if (!reader.take(std::string_view(folded).substr(start, at - start)))
      return std::nullopt;
  }
  if (!reader.clear()) return std::nullopt;
  return reader.scale(name);
}

}  // namespace

std::optional<TableScale> table_scale(std::string_view head) {
  if (!head.empty() && head.back() == ')') {
    const std::size_t open = head.rfind('(');
    if (open == std::string_view::npos) return std::nullopt;
    std::string_view name = head.substr(0, open);
    while (!name.empty() && is_space(name.back())) name.remove_suffix(1);
    return read_scale(head.substr(open + 1, head.size() - open - 2), name);
  }
  return read_scale(head, {});
}

}  // namespace broadsheet
