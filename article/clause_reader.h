// The walks over the tokens of a clause behind clause.h, each bounded, so that a sentence
// full of figures takes linear time. Noun phrases are in clause_phrases.cpp, verbs and
// their subjects in clause.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "article/clause.h"
#include "article/clause_words.h"

namespace broadsheet {

class ClauseReader {
 public:
  ClauseReader(const std::vector<Token>& tokens, std::size_t first, std::size_t end)
      : tokens_(tokens),
        first_(first),
        end_(end),
        limit_(first > reach ? first - reach : 0) {}

  // What a measure stands right before or is of.
  std::optional<NounPhrase> attached() const;
  // "the best $200 phones"
  std::optional<NounPhrase> adjectives() const;
  // "$300 for a roof"
  std::optional<NounPhrase> paid_for() const;
  // Whether somebody pays it.
  bool is_paid() const;
  // What stands to the left of the figure.
  ClauseFinding left(const Figure& figure) const;

 private:
  // Where the walk to the left from the figure came to a word that says something.
  struct Place {
    std::size_t at = 0;          // past that word
    std::string_view link = {};  // the preposition next to the figure
    bool in_cell = false;        // signs between them part the cells of a table
    bool moved = false;          // ", up", ", down" before the figure
  };

  // Of the walk from a verb to its subject.
  struct Step {
    std::optional<std::size_t> next = {};
    std::optional<NounPhrase> phrase = {};
  };

  static constexpr std::size_t reach = 40;  // tokens to the left of a figure

  const Token& token(std::size_t at) const { return token_at(tokens_, at); }
  Part part(std::size_t at) const { return part_of(tokens_, at); }
  bool comma(std::size_t at) const { return token(at).kind == TokenKind::comma; }

  std::size_t over_bracket(std::size_t at) const;
  std::optional<NounPhrase> phrase_after(std::size_t at, bool links) const;
  std::optional<NounPhrase> phrase_before(std::size_t end, bool links = true) const;
  bool is_numbered_name(std::size_t at) const;
  bool closes_between(std::size_t at) const;
  std::size_t over_figures_behind(std::size_t at) const;
  std::optional<NounPhrase> target() const;
  bool is_figure_word(std::size_t at) const;
  std::size_t before_bracket(std::size_t at) const;
  bool opens_aside() const;
  bool opens_with_verb() const;
  bool is_predicate(std::size_t verb, std::size_t first) const;
  bool is_said_of_neighbour(std::size_t verb) const;
  ClauseFinding behind_verb(std::size_t verb) const;
  ClauseFinding behind_bare(const NounPhrase& phrase, const Place& place, bool has_verb,
                            bool lasts) const;
  ClauseFinding behind_phrase(const Place& place, const Figure& figure) const;
  bool is_measure_adjective(std::size_t at) const;
  bool is_gapped(const NounPhrase& phrase) const;
  Place over_figure() const;
  std::size_t time_phrase(std::size_t at) const;
  std::optional<std::size_t> verb_before(std::size_t at) const;
  std::optional<std::size_t> main_verb_before(std::size_t at) const;
  std::optional<NounPhrase> antecedent(std::size_t at) const;
  NounPhrase agreeing(const NounPhrase& whole, bool many) const;
  std::optional<NounPhrase> speaker(std::size_t verb) const;
  std::optional<NounPhrase> subject_of(std::size_t verb, bool resolve = true) const;
  std::optional<NounPhrase> counted_subject(std::size_t verb) const;
  std::optional<NounPhrase> earlier_subject(std::size_t pronoun) const;
  std::optional<NounPhrase> pronoun_subject(std::size_t at, bool resolve) const;
  bool is_thing(const NounPhrase& phrase) const;
  std::optional<std::size_t> holder_of(const NounPhrase& phrase) const;
  ClauseFinding behind_colon(std::size_t colon) const;
  Step shared_subject(std::size_t at) const;
  bool opens_clause(std::size_t link) const;
  std::optional<NounPhrase> widest_before(std::size_t at) const;
  Step over_noun(std::size_t at) const;
  Step over_border(std::size_t at) const;
  Step subject_step(std::size_t at, bool resolve) const;
  std::optional<NounPhrase> behind_commas(std::size_t at) const;

  const std::vector<Token>& tokens_;
  std::size_t first_;
  std::size_t end_;
  std::size_t limit_;
};

}  // namespace broadsheet
