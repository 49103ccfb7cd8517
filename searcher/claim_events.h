// Whether two claims speak of one event, by what stands around them in their stories:
// what was done, who and what is named, what else the story says.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "searcher/claim_context.h"
#include "searcher/figure_claims.h"

namespace broadsheet {

class ClaimEvents {
 public:
  ClaimEvents(const std::vector<Claim>& claims, const ContextOf& context_of,
              Stemmer& stem)
      : claims_(claims), context_of_(context_of), stem_(stem) {}

  // Claims beyond a bounded number are known nothing of: a story is unpacked for each.
  bool knows(std::size_t claim);

  std::string_view deed(std::size_t claim);

  // Whether headline or first lines have all of these stems.
  bool opens_with(std::size_t claim, const std::string& stems);
  // The same of the sentence and its headline.
  bool says(std::size_t claim, const std::string& stems);

  // Whether the names in each sentence are, for at least that share of them, in the
  // story of the other, and there are any.
  bool name_each_other(std::size_t a, std::size_t b, double share);

  // The same of one of the two.
  bool one_names_other(std::size_t a, std::size_t b, double share);

  // "21 Republicans", "2 million Swedes": as many numbers as there are things to say of
  // them.
  bool counts_a_people(std::size_t claim);

  // Whether the name beside each figure is in sentence or headline of the other, if there
  // is one: "in Lee County" is not "in Charlotte County", though a story tells of both.
  bool are_of_one_place(std::size_t a, std::size_t b);

  // Whether the sentence of the claim gives the figure too, other than as what it was.
  bool gives_beside(std::size_t claim, const Figure& figure);
  // Whether the story does.
  bool gives(std::size_t claim, const Figure& figure);

  // "raised its forecast", "up from": the sentence itself tells that it was otherwise.
  bool tells_revision(std::size_t claim);
  // "600 more jobs", "a further 9,000", "in the last 24 hours": what comes on top of
  // another number, or of one day's.
  bool is_part(std::size_t claim);

 private:
  using Stems = std::vector<std::string>;  // sorted
  struct Known {
    ClaimContext context;
    std::string_view deed;
    Stems sentence;           // and headline; empty: not yet read
    Stems opening;            // headline and first lines
    std::string_view around;  // of the sentence
    std::vector<std::string_view> names;
  };
  Known* known(std::size_t claim);
  Stems stems_of(std::string_view text);
  const Stems& sentence(Known& known);
  static bool has_name_beside(const Known& of, const Known& in);
  double share_named(const Known& of, const Known& in) const;

  const std::vector<Claim>& claims_;
  const ContextOf& context_of_;
  Stemmer& stem_;
  std::map<std::size_t, Known> known_;
};

}  // namespace broadsheet
