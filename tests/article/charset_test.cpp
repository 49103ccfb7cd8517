#include "article/charset.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "article/text_repair.h"
#include "article/utf8.h"

namespace broadsheet {
namespace {

using namespace std::string_literals;

struct Row {
  std::string bytes;
  std::string charset;
  std::string text;
};

TEST(DecodeBytes, TellsACharsetByReading) {
  const std::vector<Row> rows = {
      {"\xC3\xEE\xF0\xEE\xE4 \xF1\xEF\xE8\xF2", "windows-1251", "Город спит"},
      {"\xE7\xCF\xD2\xCF\xC4 \xD3\xD0\xC9\xD4", "koi8-r", "Город спит"},
      {"\xB3\xDE\xE0\xDE\xD4 \xE1\xDF\xD8\xE2", "iso-8859-5", "Город спит"},
      {"\x83\xAE\xE0\xAE\xA4 \xE1\xAF\xA8\xE2", "ibm866", "Город спит"},
      {"\xD0\xEF\xEB\xE7 \xEA\xEF\xE9\xEC\xDC\xF4\xE1\xE9", "windows-1253",
       "Πολη κοιμάται"},
      {"za\xBF\xF3\xB3\xE6 g\xEA\xB6l\xB1 ja\xBC\xF1", "iso-8859-2", "zażółć gęślą jaźń"},
      {"za\xBF\xF3\xB3\xE6 g\xEA\x9Cl\xB9 ja\x9F\xF1", "windows-1250",
       "zażółć gęślą jaźń"},
      {"Stra\xDF"
       "e und M\xFC"
       "hle",
       "windows-1252", "Straße und Mühle"},
      {"ya\xF0mur ya\xF0\xFDyor, \xE7i\xE7"
       "ek a\xE7\xFDyor, g\xFCne\xFE",
       "windows-1254", "yağmur yağıyor, çiçek açıyor, güneş"},
      {"\xE4\xF2\xE9\xF8 \xE9\xF9\xF0\xE4", "windows-1255", "העיר ישנה"},
      {"\xC7\xE1\xE3\xCF\xED\xE4\xC9 \xE4\xC7\xC6\xE3\xC9", "windows-1256",
       "المدينة نائمة"},
      {"\xE0\xC1\xD7\xCD\xA7\xCB\xC5\xD1\xBA\xE3\xB9\xA4\xD7\xB9\xB9\xD5\xE9",
       "windows-874", "เมืองหลับในคืนนี้"},
      {"\x8A\x58\x82\xCD\x96\xB0\x82\xC1\x82\xC4\x82\xA2\x82\xE9", "windows-31j",
       "街は眠っている"},
      {"\xB3\xB9\xA4\xCF\xCC\xB2\xA4\xC3\xA4\xC6\xA4\xA4\xA4\xEB", "euc-jp",
       "街は眠っている"},
      {"\xB3\xC7\xCA\xD0\xD2\xD1\xBE\xAD\xCB\xAF\xC1\xCB", "gb18030", "城市已经睡了"},
      {"\xAB\xB0\xA5\xAB\xA4\x77\xB8\x67\xBA\xCE\xA4\x46", "big5-hkscs", "城市已經睡了"},
      {"\xB5\xB5\xBD\xC3\xB4\xC2 \xC0\xE1\xB5\xE9\xBE\xFA\xB4\xD9", "windows-949",
       "도시는 잠들었다"},
  };
  for (const Row& row : rows) {
    const Repaired decoded = decode_bytes(row.bytes);
    EXPECT_EQ(decoded.text, row.text) << row.charset;
    EXPECT_EQ(decoded.charset, row.charset) << row.text;
  }
}

TEST(DecodeBytes, TellsACharsetByItsForm) {
  const std::vector<Row> rows = {
      {"a\0 \0c\0i\0t\0y\0"s, "utf-16le", "a city"},
      {"\0a\0 \0c\0i\0t\0y"s, "utf-16be", "a city"},
      {"a\0\0\0c\0\0\0"s, "utf-32le", "ac"},
      {"\x1B$B39\x1B(B.", "iso-2022-jp", "街."},
      {"~{3GJPRQ>-K/AK~}.", "hz-gb-2312", "城市已经睡了."},
      {"if (~{a} != ~{b~}", "utf-8", "if (~{a} != ~{b~}"},
      {"a stray\0zero byte in much longer text than it"s, "utf-8",
       "a stray\0zero byte in much longer text than it"s}};
  for (const Row& row : rows) {
    const Repaired decoded = decode_bytes(row.bytes);
    EXPECT_EQ(decoded.text, row.text);
    EXPECT_EQ(decoded.charset, row.charset) << row.text;
  }
}

TEST(DecodeBytes, ReadsAStandardByItsOwnTable) {
  EXPECT_EQ(decode_bytes("\x82\xA9\x81\x60", "Shift_JIS").text, "か\u301C");
  EXPECT_EQ(decode_bytes("\x87\x40\x81\x60", "Shift_JIS").text, "①\uFF5E");
}

TEST(DecodeBytes, DoesNotBelieveACharsetThatTheBytesContradict) {
  EXPECT_EQ(decode_bytes("\xC3\xEE\xF0\xEE\xE4 \xF1\xEF\xE8\xF2", "euc-kr").text,
            "Город спит");
}

TEST(DecodeBytes, EndsOnAnyBytes) {
  for (unsigned seed = 1; seed < 200; ++seed) {
    std::string bytes;
    unsigned state = seed * 2654435761U;
    for (unsigned i = 0; i < seed * 3; ++i) {
      state = state * 1664525U + 1013904223U;
      bytes += static_cast<char>(state >> 24U);
    }
    EXPECT_TRUE(is_valid_utf8(decode_bytes(bytes).text)) << seed;
  }
}

TEST(NamedCharset, TakesTheFirstRealMeta) {
  const std::vector<std::pair<std::string, std::string>> rows = {
      {"<?xml version=\"1.0\" encoding=\"KOI8-R\"?><rss>", "koi8-r"},
      {"<?xml version='1.0' encoding = 'Big5' ?>", "big5"},
      {"<?xml version='1.0'?><html><meta charset=euc-kr>", "euc-kr"},
      {"<html><META CHARSET = 'Windows-1251' />", "windows-1251"},
      {"<meta content='text/html;charset=gbk' http-equiv=content-type>", "gbk"},
      {"<!-- <meta charset=big5> --><meta charset=utf-8>", "utf-8"},
      {"<script>'<meta charset=big5>'</script><meta charset=utf-8>", "utf-8"},
      {"<title><meta charset=big5></title>", ""},
      {"<meta name=description content='what charset=big5 means'>", ""},
      {"<p>charset=big5", ""},
      {"<!-- <meta charset=big5>", ""},
      {"<meta charset", ""},
      {"", ""}};
  for (const auto& [given, expected] : rows) {
    EXPECT_EQ(named_charset(given), expected) << given;
  }
}

}  // namespace
}  // namespace broadsheet
