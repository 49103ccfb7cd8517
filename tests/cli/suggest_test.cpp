// Help with a query by the real program: completion, stories like one, remarks; and by
// the real server.
#include <arpa/inet.h>
#include <chrono>
#include <csignal>
#include <filesystem>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

#include <nlohmann/json.hpp>

#include "tests/cli/program.h"

namespace broadsheet {
namespace {

using Json = nlohmann::json;

class Suggest : public ProgramTest {
 protected:
  std::string id_of(const std::string& query) const {
    const Ran ran = run({"search", query, "--format", "json"});
    return Json::parse(ran.out)["hits"][0]["id"];
  }
};

TEST_F(Suggest, CompletesWhatIsTyped) {
  index_news();
  const Ran ran = run({"complete", "drawing", "off"});
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_EQ(ran.out, "office  word              1\n");
  const Json json = Json::parse(run({"complete", "outlet:bb", "--format", "json"}).out);
  EXPECT_EQ(json["completions"][0], (Json{{"kind", "outlet"},
                                          {"value", "BBC News"},
                                          {"text", "outlet:\"BBC News\""},
                                          {"count", 1},
                                          {"mistakes", 0},
                                          {"start", 0},
                                          {"end", 9},
                                          {"query", "outlet:\"BBC News\""}}));
}

TEST_F(Suggest, EndsWithOneWhereNothingCompletes) {
  index_news();
  const Ran ran = run({"complete", "xyzzyx"});
  EXPECT_EQ(ran.status, 1) << ran.err;
  EXPECT_EQ(ran.out, "");
  EXPECT_EQ(run({"complete", "x", "--db", "none.db"}).status, 2);
}

TEST_F(Suggest, SaysWhatAMisspeltWordMayMean) {
  index_news();
  const Ran ran = run({"search", "saliors"});
  EXPECT_EQ(ran.status, 1) << "nothing else is searched for";
  EXPECT_HOLDS(ran.out, "no story has \"saliors\"; \"sailors\" is in 1; try sailors");
  const Json json = Json::parse(run({"search", "ferry saliors", "--format", "json"}).out);
  EXPECT_EQ(json["remarks"][0]["start"], 6);
  EXPECT_EQ(json["remarks"][0]["suggestion"], "ferry sailors");
  EXPECT_EQ(json["remarks"][0]["query"], "ferry sailors");
}

TEST_F(Suggest, SaysWhichPartLeavesNothing) {
  index_news();
  const Ran ran = run({"search", "sailors outlet:Reuters"});
  EXPECT_EQ(ran.status, 1) << ran.err;
  EXPECT_HOLDS(ran.out, "without outlet:Reuters there is 1 story; try\n    sailors\n");
}

TEST_F(Suggest, FindsStoriesLikeOne) {
  write(
      "like.jsonl",
      R"({"id":"a","title":"Tram drivers strike","text":"Tram drivers of the valley line )"
      R"(went on strike over pay."})"
      "\n"
      R"({"id":"b","title":"Valley line stands still","text":"The strike of the tram )"
      R"(drivers stopped the valley line."})"
      "\n"
      R"({"id":"c","title":"Cheese fair","text":"The cheese fair opens."})"
      "\n");
  ASSERT_EQ(run({"index", "like.jsonl"}).status, 0);
  const std::string id = id_of("pay");
  const Ran ran = run({"similar", id, "--format", "json"});
  EXPECT_EQ(ran.status, 0) << ran.err;
  const Json json = Json::parse(ran.out);
  ASSERT_EQ(json["hits"].size(), 1u) << ran.out;
  EXPECT_EQ(json["hits"][0]["source_id"], "b");
  EXPECT_EQ(json["total"], 1);
  EXPECT_EQ(run({"similar", id_of("cheese")}).status, 1);
  const Ran missing = run({"similar", "nonsense"});
  EXPECT_EQ(missing.status, 2);
  EXPECT_HOLDS(missing.err, "there is no story nonsense");
}

class SuggestServer : public ProgramTest {
 protected:
  // The port from the line that the program prints once it listens.
  int port() const {
    for (int i = 0; i < 100; ++i) {
      const std::string text = read("out");
      if (text.find('\n') != std::string::npos)
        return std::stoi(text.substr(text.find("127.0.0.1:") + 10));
      std::this_thread::sleep_for(std::chrono::milliseconds(100));
    }
    return 0;
  }

  static std::string get(int port, const std::string& target) {
    const int socket = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(static_cast<std::uint16_t>(port));
    std::string reply;
    if (connect(socket, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0) {
      const std::string request =
          "GET " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
      if (send(socket, request.data(), request.size(), 0) > 0) {
        char bytes[4096];
        for (ssize_t n = 0; (n = recv(socket, bytes, sizeof bytes, 0)) > 0;)
          reply.append(bytes, static_cast<std::size_t>(n));
      }
    }
    close(socket);
    return reply;
  }

  static Json body(const std::string& reply) {
    return Json::parse(reply.substr(std::min(reply.find("\r\n\r\n"), reply.size())),
                       nullptr, false);
  }
};

TEST_F(SuggestServer, CompletesFindsLikeStoriesAndSaysWhy) {
  index_news();
  std::filesystem::remove(path("out"));  // of the run before
  const pid_t child = start({BROADSHEET_PROGRAM, "serve", "--port", "0"});
  const int at = port();
  const Json completed = body(get(at, "/api/complete?q=drawing+offi+x&at=12"));
  EXPECT_EQ(completed["completions"][0]["text"], "office") << completed;
  EXPECT_EQ(completed["completions"][0]["query"], "drawing office x");
  EXPECT_HOLDS(get(at, "/api/complete?q=x&at=-1"), " 400 ");
  const Json found = body(get(at, "/api/search?q=sailors"));
  const std::string id = found["hits"][0]["id"];
  const Json alike = body(get(at, "/api/similar?id=" + id));
  EXPECT_EQ(alike["hits"], Json::array()) << alike;
  EXPECT_EQ(alike["query"], id);
  EXPECT_HOLDS(get(at, "/api/similar?id=nonsense"), " 404 ");
  EXPECT_HOLDS(get(at, "/api/similar"), " 404 ");
  const std::string page = get(at, "/search?q=ferry+saliors");
  EXPECT_HOLDS(page, "q=ferry+sailors");
  EXPECT_HOLDS(page, "&quot;sailors&quot; is in 1");
  EXPECT_HOLDS(get(at, "/search?q=sailors+outlet%3AReuters"),
               "without outlet:Reuters there is 1 story");
  kill(child, SIGTERM);
  int status = 0;
  waitpid(child, &status, 0);
}

}  // namespace
}  // namespace broadsheet
