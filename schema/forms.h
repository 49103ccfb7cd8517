// The forms of a story's words in a slot: the sorted hashes of all different ones, as
// distances in a Golomb-Rice code, which takes 11 bits a word. Two forms have one hash in
// a case of 262,144, so that a story of 400 different words is mistaken for having a form
// that it has not in one case of 650.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet {

// Of a word in lower case with its diacritics.
std::uint32_t form_hash(std::string_view form);

std::string encode_forms(std::vector<std::uint32_t> hashes);

bool has_form(std::string_view encoded, std::uint32_t hash);

}  // namespace broadsheet
