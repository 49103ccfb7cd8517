// The calling thread cuts files into work and fills a short queue with batches of it, the
// workers empty it. What waits in the queue is bounded in bytes, so that a dump of any
// size is never in memory whole and all workers share it.
#include "indexer/reading.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <fmt/format.h>
#include <mutex>
#include <thread>

#include "article/analyse.h"
#include "indexer/work.h"

namespace broadsheet {
namespace {

constexpr std::size_t batch_items = 1000;
constexpr std::size_t queued_batches = 4;
constexpr std::size_t queued_bytes = 64u << 20;
// Reading takes several times the memory of what is read; pieces larger than this wait
// for their turn, so that one at a time is read.
constexpr std::size_t large_piece = 8u << 20;
// A file that is not cut may hold any number of stories; so many are handed on at once.
constexpr std::size_t readings_at_once = 2000;
constexpr std::size_t text_at_once = 16u << 20;
// A story ends somewhere, and what is longer than a book is a dump of something.
constexpr std::size_t max_text = 2u << 20;
constexpr std::size_t max_figures = 5000;

struct WorkBatch {
  std::size_t number = 0;
  std::vector<Work> work;
  std::size_t bytes = 0;
  std::uint64_t bytes_done = 0;  // of all files, when this is read
};

// What the reporting thread looks at.
struct Tally {
  std::atomic<std::size_t> files = 0;
  std::atomic<std::size_t> stories = 0;
  std::atomic<std::uint64_t> bytes = 0;
};

// What the threads share. All waits end when `failure` is set.
class Exchange {
 public:
  void put(WorkBatch batch) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return has_room(batch) || failure_; });
    queued_ += batch.bytes;
    if (!failure_) queue_.push_back(std::move(batch));
    changed_.notify_all();
  }
  void close() {
    const std::lock_guard lock(mutex_);
    closed_ = true;
    changed_.notify_all();
  }
  std::optional<WorkBatch> take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return !queue_.empty() || closed_ || failure_; });
    if (queue_.empty() || failure_) return std::nullopt;
    WorkBatch batch = std::move(queue_.front());
    queue_.pop_front();
    queued_ -= batch.bytes;
    changed_.notify_all();
    return batch;
  }
  // Waits until all batches before `number` have ended their turn; false: the run failed.
  bool await_turn(std::size_t number) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return turn_ == number || failure_; });
    return !failure_;
  }
  // Of what is handed on; asked for by who has the turn.
  std::size_t next_number() { return handed_on_++; }
  void end_turn() {
    const std::lock_guard lock(mutex_);
    ++turn_;
    changed_.notify_all();
  }
  void fail(std::exception_ptr failure) {
    const std::lock_guard lock(mutex_);
    if (!failure_) failure_ = std::move(failure);
    changed_.notify_all();
  }
  bool failed() {
    const std::lock_guard lock(mutex_);
    return static_cast<bool>(failure_);
  }
  void rethrow() {
    if (failure_) std::rethrow_exception(failure_);
  }

 private:
  bool has_room(const WorkBatch& batch) const {
    if (queue_.empty()) return true;
    return queue_.size() < queued_batches && queued_ + batch.bytes <= queued_bytes;
  }

  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<WorkBatch> queue_;
  std::size_t queued_ = 0;  // bytes
  std::size_t turn_ = 0;
  std::size_t handed_on_ = 0;
  bool closed_ = false;
  std::exception_ptr failure_;
};

// Gathers readings and hands them on when there are many.
class Harvest {
 public:
  explicit Harvest(std::function<void(std::vector<Reading>&)> hand_on)
      : hand_on_(std::move(hand_on)) {}

  void add(Reading reading) {
    bytes_ += reading.article ? reading.article->text.size() : 0;
    readings_.push_back(std::move(reading));
    if (readings_.size() < readings_at_once && bytes_ < text_at_once) return;
    hand_on_(readings_);
    readings_.clear();
    bytes_ = 0;
  }
  std::vector<Reading>& rest() { return readings_; }

 private:
  std::function<void(std::vector<Reading>&)> hand_on_;
  std::vector<Reading> readings_;
  std::size_t bytes_ = 0;
};

// Cuts a text at the end of a line or word where it is far too long.
void bound_text(RawStory& raw) {
  if (raw.text.size() <= max_text) return;
  constexpr std::size_t step_back = 4096;
  std::size_t end = raw.text.find_last_of("\n ", max_text);
  if (end == raw.text.npos || end + step_back < max_text) {
    end = max_text;
    while (end > 0 && (raw.text[end] & '\xC0') == '\x80') --end;
  }
  raw.repairs.push_back(fmt::format("kept the first 2 MiB of a text of {} MiB",
                                    (raw.text.size() + (1u << 20) - 1) >> 20));
  raw.text.resize(end);
  raw.text.shrink_to_fit();
}

void bound_figures(Article& article) {
  if (article.figures.size() <= max_figures) return;
  article.repairs.push_back(fmt::format("kept the first {} of {} figures", max_figures,
                                        article.figures.size()));
  article.figures.erase(article.figures.begin() + max_figures, article.figures.end());
  article.figures.shrink_to_fit();
}

class CollectingSink : public StorySink {
 public:
  CollectingSink(const Work& work, const std::string& path, const ReadOptions& options,
                 Harvest& out)
      : work_(work), path_(path), options_(options), out_(out) {}

  void story(RawStory raw) override {
    raw.path = path_;
    // What comes by standard input is many files by one name.
    if (path_ == standard_input_path && raw.key.empty()) raw.key = record_key(raw);
    const auto line = raw.line;
    bound_text(raw);
    Article article = analyse(std::move(raw), options_.latest);
    if (article.text.empty() && !article.title) {
      skip(line, "no text");
      return;
    }
    bound_figures(article);
    out_.add({.file = work_.file,
              .article = std::move(article),
              .line = line,
              .reason = {},
              .whole_file = false});
  }
  void skip(std::optional<std::size_t> line, std::string reason) override {
    out_.add({.file = work_.file,
              .article = std::nullopt,
              .line = line,
              .reason = std::move(reason),
              .whole_file = false,
              .member = work_.member});
  }

 private:
  const Work& work_;
  const std::string& path_;
  const ReadOptions& options_;
  Harvest& out_;
};

class Worker {
 public:
  Worker(const ReadPlan& plan, Exchange& exchange, Tally& tally)
      : plan_(plan), exchange_(exchange), tally_(tally) {}

  void run() {
    while (auto batch = exchange_.take()) read(*batch);
  }

 private:
  void read(WorkBatch& batch) {
    Harvest harvest([&](std::vector<Reading>& readings) { hand_on(batch, readings); });
    for (Work& work : batch.work) {
      if (work.bytes.size() > large_piece && !exchange_.await_turn(batch.number)) return;
      read_one(work, harvest);
      work.bytes = {};
    }
    if (!exchange_.await_turn(batch.number)) return;
    ReadBatch last = in_order(harvest.rest());
    tally_.bytes = batch.bytes_done;
    exchange_.end_turn();
    settle(std::move(last));
  }

  // Called from within a reader, which is not to blame for what is thrown here.
  void hand_on(const WorkBatch& batch, std::vector<Reading>& readings) {
    if (!exchange_.await_turn(batch.number)) return;
    try {
      settle(in_order(readings));
    } catch (...) {
      exchange_.fail(std::current_exception());
    }
  }

  // Called by who has the turn.
  ReadBatch in_order(std::vector<Reading>& readings) {
    tally_.stories += readings.size();
    ReadBatch batch{.number = exchange_.next_number(), .readings = std::move(readings)};
    plan_.in_order(batch);
    return batch;
  }
  void settle(ReadBatch batch) {
    if (plan_.in_parallel && !exchange_.failed()) plan_.in_parallel(std::move(batch));
  }

  void read_one(Work& work, Harvest& out) {
    if (!work.reason.empty() || work.reader == nullptr) {
      out.add({.file = work.file,
               .article = std::nullopt,
               .line = work.line,
               .reason = std::move(work.reason),
               .whole_file = work.whole_file,
               .member = work.member});
      return;
    }
    const std::string& path = plan_.files[work.file].path;
    CollectingSink sink(work, path, plan_.options, out);
    // Readers throw for nothing that stands in a file; a slip of theirs costs one story.
    try {
      read_work(work, path, plan_.options, sink);
    } catch (const std::exception& error) {
      sink.skip(work.line, fmt::format("reading it failed: {}", error.what()));
    }
  }

  const ReadPlan& plan_;
  Exchange& exchange_;
  Tally& tally_;
};

class Producer {
 public:
  Producer(const ReadPlan& plan, Exchange& exchange, const ProgressCallback& progress,
           Tally& tally)
      : plan_(plan), exchange_(exchange), progress_(progress), tally_(tally) {
    for (const FoundFile& file : plan.files) bytes_total_ += file.size;
  }

  void run() {
    std::uint64_t before = 0;
    for (std::size_t i = 0; i < plan_.files.size() && !exchange_.failed(); ++i) {
      cut_into_work(i, plan_.files[i], [&](Work work) {
        batch_.bytes_done = before + work.raw;
        add(std::move(work));
        return !exchange_.failed();
      });
      before += plan_.files[i].size;
      tally_.files = i + 1;
    }
    batch_.bytes_done = before;
    flush();
  }

  void report() {
    if (!progress_) return;
    progress_({.files_done = tally_.files,
               .files_total = plan_.files.size(),
               .bytes_done = tally_.bytes,
               .bytes_total = bytes_total_,
               .stories = tally_.stories,
               .phase = "reading"});
  }

 private:
  void add(Work work) {
    batch_.bytes += work.bytes.size();
    batch_.work.push_back(std::move(work));
    if (batch_.work.size() >= batch_items || batch_.bytes >= plan_.batch_bytes) {
      flush();
    }
  }

  void flush() {
    if (batch_.work.empty()) return;
    report();
    const std::size_t next = batch_.number + 1;
    exchange_.put(std::move(batch_));
    batch_ = {.number = next, .work = {}};
  }

  const ReadPlan& plan_;
  Exchange& exchange_;
  const ProgressCallback& progress_;
  Tally& tally_;
  WorkBatch batch_;
  std::uint64_t bytes_total_ = 0;
};

}  // namespace

void read_files(const ReadPlan& plan, const ProgressCallback& progress) {
  Exchange exchange;
  Tally tally;
  Producer producer(plan, exchange, progress, tally);
  std::atomic<unsigned> running = std::max(1u, plan.workers);
  std::vector<std::thread> threads;
  for (unsigned i = std::max(1u, plan.workers); i > 0; --i) {
    threads.emplace_back([&] {
      try {
        Worker(plan, exchange, tally).run();
      } catch (...) {
        exchange.fail(std::current_exception());
      }
      --running;
    });
  }
  try {
    producer.run();
  } catch (...) {
    exchange.fail(std::current_exception());
  }
  exchange.close();
  while (running > 0) {
    producer.report();
    std::this_thread::sleep_for(std::chrono::milliseconds(running > 0 ? 20 : 0));
  }
  for (std::thread& thread : threads) thread.join();
  producer.report();
  exchange.rethrow();
}

}  // namespace broadsheet
