# Turns files into a C++ table (see assets.h), run at build time by
#   cmake -DOUTPUT=FILE.cpp "-DASSETS=a.css;b.svg" -P embed.cmake
# Bytes are written as numbers: a string literal would have to fear its own length
# (limited by the standard) and every character in it.
cmake_minimum_required(VERSION 3.25)

set(type_css "text/css; charset=utf-8")
set(type_svg "image/svg+xml")
set(type_js "text/javascript; charset=utf-8")

list(SORT ASSETS)
set(arrays "")
set(rows "")
set(index 0)
foreach(asset IN LISTS ASSETS)
  get_filename_component(name ${asset} NAME)
  get_filename_component(stem ${asset} NAME_WE)
  get_filename_component(extension ${asset} EXT)
  string(REPLACE "." "" kind ${extension})
  if(NOT DEFINED type_${kind})
    message(FATAL_ERROR "${name}: no content type for ${extension}; add it to embed.cmake")
  endif()
  file(SHA256 ${asset} hash)
  string(SUBSTRING ${hash} 0 12 hash)
  file(READ ${asset} bytes HEX)
  string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
  string(REGEX REPLACE "(................................................................................)"
         "\\1\n" bytes "${bytes}")
  string(APPEND arrays "constexpr unsigned char bytes_${index}[] = {\n${bytes}};\n")
  string(APPEND rows "    {\"${name}\", \"/assets/${stem}.${hash}${extension}\",\n"
                     "     \"${type_${kind}}\", text(bytes_${index})},\n")
  math(EXPR index "${index} + 1")
endforeach()

file(WRITE ${OUTPUT} "// Written by web/embed.cmake from web/assets/.
#include \"web/assets.h\"

namespace broadsheet {
namespace {

${arrays}
template <std::size_t N>
std::string_view text(const unsigned char (&bytes)[N]) {
  return {reinterpret_cast<const char*>(bytes), N};
}

const Asset table[] = {
${rows}};

}  // namespace

std::span<const Asset> assets() { return table; }

}  // namespace broadsheet
")
