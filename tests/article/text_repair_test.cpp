#include "article/text_repair.h"

#include <string>
#include <vector>

#include <gtest/gtest.h>

#include "article/converter.h"

namespace broadsheet {
namespace {

struct Row {
  std::string given;
  std::string expected;
};

void check(const std::vector<Row>& rows) {
  for (const Row& row : rows) EXPECT_EQ(repair_text(row.given).text, row.expected);
}

// The bytes of UTF-8 text, each read as the Latin-1 character of its value.
std::string read_as_latin1(const std::string& text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) {
      out += c;
    } else {
      out += static_cast<char>(0xC0U | (byte >> 6U));
      out += static_cast<char>(0x80U | (byte & 0x3FU));
    }
  }
  return out;
}

TEST(RepairText, UndoesUtf8ReadAsWindows1252) {
  check({{"Itâ€™s 5 â€“ 7 of â€œthemâ€\u009d", "It’s 5 – 7 of “them”"},
         {"cafÃ© Ãœberblick seÃ±or", "café Überblick señor"},
         {"costs Â£5 and 20Â°C", "costs £5 and 20°C"},
         {"smile ðŸ˜€ now", "smile 😀 now"},
         {"â‚¬3 million", "€3 million"}});
}

TEST(RepairText, UndoesItSeveralTimesOver) {
  const std::string good = "the café’s “menu” — €5";
  std::string bad = good;
  for (int layers = 0; layers < 3; ++layers) {
    bad = read_as_latin1(bad);
    EXPECT_EQ(repair_text(bad).text, good);
  }
}

TEST(RepairText, UndoesOtherAlphabets) {
  check({{"Ð¿Ñ€Ð¸Ð²ÐµÑ‚", "привет"},
         {"Î±Î²Î³", "αβγ"},
         {"вЂњquotedвЂќ itвЂ™s", "“quoted” it’s"}});
}

TEST(RepairText, UndoesOtherCharsets) {
  check({{"itΓÇÖs ΓÇ£quotedΓÇ¥", "it’s “quoted”"},
         {"caf├⌐ cr├¿me", "café crème"},
         {"P\u0139\u0099\u0102\u00ADli\u0139\u0104 \u0102\u0104no", "Příliš áno"},
         {"smile \u00ED\u00A0\u00BD\u00ED\u00B8\u0080", "smile 😀"},
         {"ItÃ?Â¢s", "It\uFFFD¢s"},
         {"à¤•à¥\uFFFDà¤¯à¤¾", "क\uFFFDया"},
         {"Ã\uFFFDsland", "\uFFFDsland"}});
}

TEST(RepairText, UndoesALineThatIsGarbledWhole) {
  for (const std::string text :
       {"Größe und Übermut tun selten gut, sagte Jürgen Schäfer.",
        "Zażółć gęślą jaźń, powiedział Łukasz.", "Премьер утвердил новый план на год.",
        "ממשלה אישרה תקציב חדש", "政府は新しい予算を承認した。",
        "정부는 새 예산을 승인했다."}) {
    for (const std::string charset : {"iso-8859-2", "macintosh", "ibm850"}) {
      const auto garbled = decode_charset(text, charset);
      ASSERT_TRUE(garbled);
      EXPECT_EQ(repair_text(*garbled).text, text) << charset;
      EXPECT_EQ(repair_text("Good: 5 × £3.\n" + *garbled).text, "Good: 5 × £3.\n" + text);
    }
    EXPECT_EQ(repair_text(read_as_latin1(read_as_latin1(text))).text, text);
  }
}

TEST(RepairText, LeavesAHopelessGarbleAlone) {
  const std::string text = "ã†â€™ãƒæ’ã‚â¢ã¢â‚¬å¡ã‚â¬ãƒâ€šã‚â±";
  EXPECT_EQ(repair_text(text).text, text);
}

TEST(RepairText, LeavesGoodTextAlone) {
  for (const std::string text :
       {"São Paulo, Ã, à la carte, naïve façade, Übermut, œuvre",
        "IRMÃ’S, MANHÃ…, marqué…” a-t-il dit, « été »", "5×£35, 4288×…, É’s, NESTLÉ®",
        "Großmutter weiß, daß Öl fließt", "El niño comió piñas; ¿qué?",
        "Ελλάδα και Россия", "日本語の文章、「引用」。", "한국어 문장입니다.",
        "ภาษาไทยสวยมาก โดยไม่มี", "Â 1", "говорят “да” и “нет” еще раз, «и» «Дом»",
        "ΤΟΊΧΟΣ ΔΕΝ, «ΕΔΩ»…", "ŞİŞLİ’de", "NGUYỄN THỊ HÀ, ĐÀ NẴNG", "ČESKÁ ŽENA, ŘÍŠE™",
        "JOÃO, MÃE, NÃO… “SÃO”", "£1bn–£2bn, jobs—£20m, 20p–£3, Acme–®Bolt"}) {
    const Repaired repaired = repair_text(text);
    EXPECT_EQ(repaired.text, text);
    EXPECT_TRUE(repaired.repairs.empty()) << text;
  }
}

TEST(RepairText, UndoesTheScarsOfThai) {
  check({{"โข First pointโnot the last", "• First point—not the last"},
         {"- โขThe list", "- The list"},
         {"๐ก Heading\nItโs theirs, donโt", "Heading\nIt’s theirs, don’t"},
         {"โฌ5 million", "€5 million"},
         {"Source: Somebody โ", "Source: Somebody "}});
}

TEST(RepairText, LeavesTextWithAThaiWordAlone) {
  const std::string text = "pushโkey means โดย in ภาษาไทย";
  EXPECT_EQ(repair_text(text).text, text);
}

TEST(RepairText, DecodesEntities) {
  check({{"AT&amp;T &quot;said&quot; it&#8217;s &#x20AC;5&nbsp;million",
          "AT&T \"said\" it’s €5 million"},
         {"twice &amp;amp; escaped &amp;#39;", "twice & escaped '"},
         {"R&D & P&L; &unknown; &;", "R&D & P&L; &unknown; &;"},
         {"it&#146;s", "it’s"}});
}

TEST(RepairText, DropsWhatCannotBeSeen) {
  check({{"a\u200Bb\u00ADc\uFEFFd", "abcd"},
         {"a\u00A0b\u2009c\u3000d", "a b c d"},
         {std::string("a\0b\x07"
                      "c\x7F",
                      6),
          "abc"},
         {"a\r\nb\rc\td", "a\nb\nc\td"},
         {"cafe\u0301", "café"},
         {"multimillion\u2011dollar", "multimillion\u2011dollar"},
         {"family \U0001F468\u200D\U0001F469", "family \U0001F468\u200D\U0001F469"}});
}

TEST(RepairText, KeepsTheJoinersThatScriptsNeed) {
  check({{"می\u200Cخواهم", "می\u200Cخواهم"},
         {"क्\u200Dष", "क्\u200Dष"},
         {"\U0001F441\uFE0F\u200D\U0001F5E8", "\U0001F441\uFE0F\u200D\U0001F5E8"},
         {"\U0001F469\U0001F3FD\u200D\U0001F52C", "\U0001F469\U0001F3FD\u200D\U0001F52C"},
         {"pay\u200Cment, \u2014\u200D no", "payment, \u2014 no"}});
}

TEST(RepairText, DropsWhatTurnsTheDirectionOfATitle) {
  check({{"Profit \u202E54 nwod", "Profit 54 nwod"},
         {"a\u2066b\u2069c\u200E", "abc"},
         {"שלום\u200F! עולם", "שלום\u200F! עולם"},
         {"مرحبا\u061C، عالم", "مرحبا\u061C، عالم"}});
}

TEST(RepairText, TakesLineSeparatorsForLines) {
  check({{"one\u2028two\u2029three\ffour", "one\ntwo\nthree\nfour"},
         {"five\u00A0000\u202F000\u2003km", "five 000 000 km"}});
}

TEST(RepairText, ReplacesInvalidUtf8) {
  check({{"a\xFF"
          "b",
          "a\uFFFDb"},
         {"cut \xE2\x80", "cut \uFFFD"},
         {"\xC0\x80", "\uFFFD\uFFFD"}});
  EXPECT_EQ(repair_text("a\xFF").repairs,
            std::vector<std::string>{"replaced invalid UTF-8"});
}

TEST(RepairText, SaysNothingOfPlainText) {
  EXPECT_TRUE(repair_text("Plain text, “quoted” — and so on…").repairs.empty());
}

TEST(DecodeBytes, BelievesMarksThenUtf8ThenTheDeclaration) {
  EXPECT_EQ(decode_bytes("\xEF\xBB\xBFhé").text, "hé");
  EXPECT_EQ(decode_bytes(std::string_view("\xFF\xFEh\0\xE9\0", 6)).text, "hé");
  EXPECT_EQ(decode_bytes("hé", "iso-8859-2").text, "hé");
  EXPECT_EQ(decode_bytes("\xEF\xF0\xE8\xE2\xE5\xF2", "windows-1251").text, "привет");
  EXPECT_EQ(decode_bytes("h\xE9 \x93quoted\x94").text, "hé “quoted”");
  EXPECT_EQ(decode_bytes("h\xE9 \x93quoted\x94", "ISO-8859-1").text, "hé “quoted”");
  EXPECT_EQ(decode_bytes("h\xE9", "no-such-charset").text, "hé");
}

TEST(DecodeBytes, KeepsMostlyUtf8AsUtf8) {
  EXPECT_EQ(decode_bytes("é è ê ë à ü \xE2\x80").text, "é è ê ë à ü \uFFFD");
}

}  // namespace
}  // namespace broadsheet
