#include "searcher/hits.h"

#include <algorithm>

#include "schema/fields.h"
#include "schema/terms.h"
#include "searcher/figure_condition.h"

namespace broadsheet {
namespace {

constexpr std::size_t figures_per_hit = 5;

bool same_value(const Figure& a, const Figure& b) {
  return (a.low && a.low == b.low) || (a.high && a.high == b.high) ||
         (a.low && a.low == b.high) || (a.high && a.high == b.low);
}

// What a query asks of figures: values among its words, and comparisons.
class Asked {
 public:
  explicit Asked(const Query& query) : values_(query.figures) {
    collect(query.filters);
    for (const FigureCondition& condition : query.near) conditions_.push_back(&condition);
  }

  bool for_figure(const Figure& figure) const {
    return std::any_of(values_.begin(), values_.end(),
                       [&](const Figure& value) { return same_value(value, figure); }) ||
           match(figure).has_value();
  }

  // By the condition that it answers best; nothing when it answers none.
  std::optional<Sureness> match(const Figure& figure) const {
    Match best = Match::no;
    for (const FigureCondition* condition : conditions_)
      best = std::max(best, match_figure(figure, *condition));
    if (best == Match::no) return std::nullopt;
    return best == Match::surely ? Sureness::sure : Sureness::possible;
  }

 private:
  void collect(const std::vector<Clause>& clauses) {
    for (const Clause& clause : clauses) {
      if (clause.kind == Clause::Kind::figure) conditions_.push_back(&clause.figure);
      if (clause.kind != Clause::Kind::none) collect(clause.parts);
    }
  }

  const std::vector<Figure>& values_;
  std::vector<const FigureCondition*> conditions_;
};

std::vector<Span> asked_places(const Article& article, const Asked& asked) {
  std::vector<Span> places;
  for (const Figure& figure : article.figures) {
    if (!figure.in_title && asked.for_figure(figure)) places.push_back(figure.span);
  }
  return places;
}

// "one insider", "three areas": figures by the letter, but none that anybody looks for.
bool is_small_talk(const Figure& figure, std::string_view printed) {
  constexpr double small = 12;
  const bool counted = figure.dimension == "count" || figure.dimension.empty();
  return counted && figure.low && to_double(*figure.low) <= small &&
         printed.find_first_of("0123456789") == std::string_view::npos;
}

// How well a figure answers the query: a value that was asked for counts more than any
// number of words in its sentence.
std::size_t fitness(const Figure& figure, const Asked& asked,
                    std::size_t words_in_sentence) {
  constexpr std::size_t value_counts = 100;
  constexpr std::size_t sure_counts = 50;
  const bool sure = asked.match(figure) == Sureness::sure;
  return words_in_sentence + (asked.for_figure(figure) ? value_counts : 0) +
         (sure ? sure_counts : 0);
}

std::vector<FigureInContext> fitting_figures(const Article& article, const Asked& asked,
                                             const Marker& marker) {
  struct Candidate {
    std::size_t fitness;
    const Figure* figure;
  };
  std::vector<Candidate> candidates;
  const Figure* previous = nullptr;
  std::size_t words = 0;
  for (const Figure& figure : article.figures) {
    if (is_small_talk(figure, figure.span.in(text_of(article, figure)))) continue;
    const bool same = previous != nullptr && previous->in_title == figure.in_title &&
                      previous->sentence == figure.sentence;
    if (!same)
      words =
          marker.distinct(figure.sentence.in(text_of(article, figure)), article.language);
    candidates.push_back({fitness(figure, asked, words), &figure});
    previous = &figure;
  }
  std::stable_sort(candidates.begin(), candidates.end(),
                   [](const auto& a, const auto& b) { return a.fitness > b.fitness; });
  if (candidates.size() > figures_per_hit) candidates.resize(figures_per_hit);
  std::vector<FigureInContext> figures;
  figures.reserve(candidates.size());
  for (const Candidate& candidate : candidates) {
    figures.push_back(in_context(article, *candidate.figure));
    figures.back().match = asked.match(*candidate.figure);
  }
  return figures;
}

}  // namespace

FigureInContext in_context(const Article& article, const Figure& figure) {
  const std::string_view text = text_of(article, figure);
  FigureInContext context{.figure = figure,
                          .printed = std::string(figure.span.in(text)),
                          .sentence = std::string(figure.sentence.in(text)),
                          .in_sentence = {}};
  if (figure.sentence.contains(figure.span)) {
    context.in_sentence = {figure.span.start - figure.sentence.start,
                           figure.span.end - figure.sentence.start};
  }
  return context;
}

std::size_t count_copies(const Xapian::Database& articles, const Article& article) {
  const std::size_t members =
      articles.get_termfreq(term(prefix::cluster, article.cluster));
  return members > 0 ? members - 1 : 0;
}

Hit make_hit(Article article, const Query& query, const Marker& marker, bool details) {
  Hit hit;
  if (details) {
    const Asked asked(query);
    hit.snippet = make_snippet(article, marker, asked_places(article, asked));
    hit.figures = fitting_figures(article, asked, marker);
  }
  hit.display_title = display_title(article.title, article.text);
  hit.id = std::move(article.id);
  hit.source_id = std::move(article.source_id);
  hit.path = std::move(article.path);
  hit.member = std::move(article.member);
  hit.line = article.line;
  hit.url = std::move(article.url);
  hit.title = std::move(article.title);
  hit.outlet = std::move(article.outlet);
  hit.credited = std::move(article.credited);
  hit.cited = std::move(article.cited);
  hit.date = article.date;
  hit.date_source = article.date_source;
  hit.cluster = std::move(article.cluster);
  for (const Correction& made : article.corrections) hit.corrected.push_back(made.field);
  return hit;
}

StoryRef story_ref(const Article& article) {
  return {.id = article.id,
          .display_title = display_title(article.title, article.text),
          .title = article.title,
          .outlet = article.outlet,
          .date = article.date,
          .path = article.path};
}

}  // namespace broadsheet
