#include "searcher/claim_events.h"

#include <algorithm>
#include <array>

#include "article/words.h"
#include "searcher/claim_kind.h"
#include "searcher/figure_agreement.h"

namespace broadsheet {
namespace {

constexpr std::size_t most_known = 160;  // a story costs some 50 microseconds
constexpr std::size_t opening_bytes = 400;
constexpr std::size_t few_names = 1;
// A story may tell of many events, each in its place; its opening is about all of it.
constexpr std::size_t opening_of_story = 800;
constexpr std::size_t bytes_around = 700;
constexpr std::size_t figures_looked_at = 200;

// As stems.
constexpr std::array<std::string_view, 12> revisions = {
    "revis", "rais",  "narrow", "updat",   "lower", "previous",
    "lift",  "initi", "origin", "earlier", "rose",  "climb"};
constexpr std::array<std::string_view, 4> on_top = {"more", "further", "addit", "anoth"};
constexpr std::array<std::string_view, 3> of_a_day = {"daili", "overnight", "averag"};

bool has(const std::vector<std::string>& stems, std::string_view stem) {
  return std::binary_search(stems.begin(), stems.end(), stem);
}

template <std::size_t size>
bool has_any(const std::vector<std::string>& stems,
             const std::array<std::string_view, size>& list) {
  return std::any_of(list.begin(), list.end(),
                     [&](std::string_view stem) { return has(stems, stem); });
}

bool has_all(const std::vector<std::string>& stems, const std::string& asked) {
  const auto words = split_words(asked);
  return std::all_of(words.begin(), words.end(),
                     [&](const Word& word) { return has(stems, word.text); });
}

bool says_as_much(const Figure& a, const Figure& b) {
  const auto is_range = [](const Figure& figure) {
    return figure.low && figure.high && *figure.low < *figure.high;
  };
  return is_range(a) == is_range(b) && a.dimension == b.dimension &&
         (a.dimension == "count" || a.unit == b.unit) &&
         closeness(a, b) == Closeness::same;
}

// The text about the sentence; nothing around a headline.
std::string_view around_sentence(const ClaimContext& context) {
  if (context.sentence.data() < context.text.data() ||
      context.sentence.data() > context.text.data() + context.text.size())
    return context.sentence;
  const auto at = static_cast<std::size_t>(context.sentence.data() - context.text.data());
  const std::size_t start = at < bytes_around ? 0 : at - bytes_around;
  return context.text.substr(start, at - start + context.sentence.size() + bytes_around);
}

}  // namespace

ClaimEvents::Stems ClaimEvents::stems_of(std::string_view text) {
  Stems stems;
  for (const Word& word : split_words(text)) stems.push_back(stem_(word.text));
  std::sort(stems.begin(), stems.end());
  return stems;
}

ClaimEvents::Known* ClaimEvents::known(std::size_t claim) {
  const auto found = known_.find(claim);
  if (found != known_.end()) return &found->second;
  if (known_.size() >= most_known) return nullptr;
  Known known{.context = context_of_(claims_[claim].first()),
              .deed = {},
              .sentence = {},
              .opening = {},
              .around = {},
              .names = {}};
  const ClaimContext& context = known.context;
  known.deed = deed_of(context.sentence, context.figure, stem_);
  known.around = around_sentence(context);
  known.names = names_in(context.sentence);
  if (known.names.size() < few_names)
    known.names = names_in(context.text.substr(0, opening_bytes));
  return &known_.emplace(claim, std::move(known)).first->second;
}

const ClaimEvents::Stems& ClaimEvents::sentence(Known& known) {
  if (known.sentence.empty()) {
    known.sentence = stems_of(known.context.sentence);
    const Stems title = stems_of(known.context.title);
    known.sentence.insert(known.sentence.end(), title.begin(), title.end());
    std::sort(known.sentence.begin(), known.sentence.end());
  }
  return known.sentence;
}

bool ClaimEvents::knows(std::size_t claim) {
  return known(claim) != nullptr;
}

std::string_view ClaimEvents::deed(std::size_t claim) {
  const Known* known = this->known(claim);
  return known != nullptr ? known->deed : std::string_view();
}

bool ClaimEvents::opens_with(std::size_t claim, const std::string& stems) {
  Known* known = this->known(claim);
  if (known == nullptr || stems.empty()) return false;
  if (known->opening.empty()) {
    known->opening = stems_of(std::string(known->context.title) + "\n" +
                              std::string(known->context.text.substr(0, opening_bytes)));
  }
  return has_all(known->opening, stems);
}

bool ClaimEvents::says(std::size_t claim, const std::string& stems) {
  Known* known = this->known(claim);
  return known != nullptr && has_all(sentence(*known), stems);
}

double ClaimEvents::share_named(const Known& of, const Known& in) const {
  if (of.names.empty()) return 0;
  const auto named =
      std::count_if(of.names.begin(), of.names.end(), [&](std::string_view name) {
        return holds_name(in.context.title, name) || holds_name(in.around, name) ||
               holds_name(in.context.text.substr(0, opening_of_story), name);
      });
  return static_cast<double>(named) / static_cast<double>(of.names.size());
}

bool ClaimEvents::name_each_other(std::size_t a, std::size_t b, double share) {
  const Known* first = known(a);
  const Known* second = known(b);
  if (first == nullptr || second == nullptr) return false;
  return share_named(*first, *second) >= share && share_named(*second, *first) >= share;
}

bool ClaimEvents::has_name_beside(const Known& of, const Known& in) {
  const std::string_view name = name_beside(of.context.sentence, of.context.figure);
  return name.empty() || holds_name(in.context.sentence, name) ||
         holds_name(in.context.title, name);
}

bool ClaimEvents::one_names_other(std::size_t a, std::size_t b, double share) {
  const Known* first = known(a);
  const Known* second = known(b);
  if (first == nullptr || second == nullptr) return false;
  return share_named(*first, *second) >= share || share_named(*second, *first) >= share;
}

bool ClaimEvents::counts_a_people(std::size_t claim) {
  const Known* known = this->known(claim);
  if (known == nullptr || claims_[claim].first().figure.dimension != "count")
    return false;
  const std::string_view printed = known->context.figure.in(known->context.sentence);
  const std::size_t last = printed.rfind(' ');
  return last != std::string_view::npos && last + 1 < printed.size() &&
         printed[last + 1] >= 'A' && printed[last + 1] <= 'Z';
}

bool ClaimEvents::are_of_one_place(std::size_t a, std::size_t b) {
  const Known* first = known(a);
  const Known* second = known(b);
  return first != nullptr && second != nullptr && has_name_beside(*first, *second) &&
         has_name_beside(*second, *first);
}

bool ClaimEvents::gives_beside(std::size_t claim, const Figure& figure) {
  const Known* known = this->known(claim);
  if (known == nullptr || known->context.figures == nullptr) return false;
  const Figure& own = claims_[claim].first().figure;
  if (own.change && own.change->from && own.change->from == figure.low) return false;
  const auto& figures = *known->context.figures;
  return std::any_of(figures.begin(), figures.end(), [&](const Figure& other) {
    return other.sentence == own.sentence && other.in_title == own.in_title &&
           says_as_much(other, figure);
  });
}

bool ClaimEvents::gives(std::size_t claim, const Figure& figure) {
  const Known* known = this->known(claim);
  if (known == nullptr || known->context.figures == nullptr) return false;
  const auto& figures = *known->context.figures;
  const auto end = figures.begin() + static_cast<std::ptrdiff_t>(
                                         std::min(figures.size(), figures_looked_at));
  return std::any_of(figures.begin(), end,
                     [&](const Figure& other) { return says_as_much(other, figure); });
}

bool ClaimEvents::tells_revision(std::size_t claim) {
  Known* known = this->known(claim);
  if (known == nullptr) return false;
  const Figure& figure = claims_[claim].first().figure;
  return (figure.change && figure.change->from) || has_any(sentence(*known), revisions);
}

bool ClaimEvents::is_part(std::size_t claim) {
  Known* known = this->known(claim);
  if (known == nullptr) return true;
  // "more" of "more than" belongs to the bound; what comes on top stands in the figure.
  const auto& context = known->context;
  const std::size_t before = context.figure.start < 12 ? 0 : context.figure.start - 12;
  std::string around(context.sentence.substr(
      before, context.figure.end + 12 > before ? context.figure.end + 12 - before : 0));
  for (std::size_t at = around.find("more than"); at != std::string::npos;
       at = around.find("more than"))
    around.erase(at, 9);
  const Stems& said = sentence(*known);
  return has_any(stems_of(around), on_top) || has_any(said, of_a_day) ||
         (has(said, "24") && has(said, "hour"));
}

}  // namespace broadsheet
