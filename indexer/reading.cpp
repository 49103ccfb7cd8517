// The calling thread fills a short queue with batches of work, the workers empty it. A
// small file is one piece of work; a large dump is cut into its lines here, so that it is
// never in memory whole and all workers share it.
#include "indexer/reading.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>

#include "article/analyse.h"
#include "article/error.h"
#include "indexer/input.h"

namespace broadsheet {
namespace {

constexpr std::size_t batch_items = 1000;
constexpr std::size_t batch_bytes = 16u << 20;
constexpr std::uint64_t small_file = 4u << 20;

// A file to be read whole, a line of a dump, or a skip that is known already.
struct Work {
  std::size_t file = 0;
  const Reader* reader = nullptr;  // of a line
  std::optional<std::size_t> line;
  std::string bytes;
  std::string reason;  // not empty: skipped
  bool whole_file = false;
};

struct WorkBatch {
  std::size_t number = 0;
  std::vector<Work> work;
};

// What the threads share. All waits end when `failure` is set.
class Exchange {
 public:
  void put(WorkBatch batch) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return queue_.size() < 4 || failure_; });
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
    changed_.notify_all();
    return batch;
  }
  // Runs `step` when all batches before `number` have had theirs.
  void in_turn(std::size_t number, const std::function<void()>& step) {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [&] { return turn_ == number || failure_; });
    if (failure_) return;
    lock.unlock();
    step();
    lock.lock();
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
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<WorkBatch> queue_;
  std::size_t turn_ = 0;
  bool closed_ = false;
  std::exception_ptr failure_;
};

class CollectingSink : public StorySink {
 public:
  CollectingSink(std::size_t file, std::string_view path, std::vector<Reading>& out)
      : file_(file), path_(path), out_(out) {}

  void story(RawStory raw) override {
    raw.path = path_;
    const auto line = raw.line;
    Article article = analyse(std::move(raw));
    if (article.text.empty() && !article.title) {
      skip(line, "no text");
      return;
    }
    out_.push_back({.file = file_,
                    .article = std::move(article),
                    .line = line,
                    .reason = {},
                    .whole_file = false});
  }
  void skip(std::optional<std::size_t> line, std::string reason) override {
    out_.push_back({.file = file_,
                    .article = std::nullopt,
                    .line = line,
                    .reason = std::move(reason),
                    .whole_file = false});
  }

 private:
  std::size_t file_;
  std::string path_;
  std::vector<Reading>& out_;
};

constexpr std::string_view no_reader = "not a format that is read (binary?)";

class Worker {
 public:
  Worker(const ReadPlan& plan, std::atomic<std::size_t>& stories)
      : plan_(plan), stories_(stories) {}

  ReadBatch read(WorkBatch batch) {
    ReadBatch result{.number = batch.number, .readings = {}};
    result.readings.reserve(batch.work.size());
    for (Work& work : batch.work) read_one(work, result.readings);
    stories_ += result.readings.size();
    return result;
  }

 private:
  void read_one(Work& work, std::vector<Reading>& out) {
    if (!work.reason.empty()) {
      out.push_back({.file = work.file,
                     .article = std::nullopt,
                     .line = work.line,
                     .reason = std::move(work.reason),
                     .whole_file = work.whole_file});
    } else if (work.reader != nullptr) {
      const std::string& path = plan_.files[work.file].path;
      CollectingSink sink(work.file, path, out);
      work.reader->read({.path = path, .line = work.line, .bytes = work.bytes},
                        plan_.options, sink);
    } else {
      read_file(work.file, out);
    }
  }

  void read_file(std::size_t file, std::vector<Reading>& out) {
    const std::string& path = plan_.files[file].path;
    try {
      Input input(path);
      const Reader* reader = reader_for(path, input.head());
      if (reader == nullptr) {
        refuse(file, std::string(no_reader), out);
      } else if (reader->cut != nullptr) {
        read_records(file, *reader, input, out);
      } else {
        read_whole(file, *reader, input, out);
      }
    } catch (const Error& error) {
      refuse(file, error.what(), out);
    }
  }

  void read_records(std::size_t file, const Reader& reader, Input& input,
                    std::vector<Reading>& out) {
    const std::string& path = plan_.files[file].path;
    CollectingSink sink(file, path, out);
    const auto cutter = reader.cut();
    for (Piece piece; cutter->next(input, piece);) {
      if (!piece.reason.empty()) {
        sink.skip(piece.number, std::move(piece.reason));
      } else {
        reader.read({.path = path, .line = piece.number, .bytes = piece.bytes},
                    plan_.options, sink);
      }
    }
  }

  void read_whole(std::size_t file, const Reader& reader, Input& input,
                  std::vector<Reading>& out) {
    const std::string& path = plan_.files[file].path;
    const auto bytes = input.rest(Input::max_file);
    if (!bytes) {
      refuse(file, "larger than 64 MiB", out);
      return;
    }
    CollectingSink sink(file, path, out);
    reader.read({.path = path, .line = std::nullopt, .bytes = *bytes}, plan_.options,
                sink);
  }

  static void refuse(std::size_t file, std::string reason, std::vector<Reading>& out) {
    out.push_back({.file = file,
                   .article = std::nullopt,
                   .line = std::nullopt,
                   .reason = std::move(reason),
                   .whole_file = true});
  }

  const ReadPlan& plan_;
  std::atomic<std::size_t>& stories_;
};

class Producer {
 public:
  Producer(const ReadPlan& plan, Exchange& exchange, const ProgressCallback& progress,
           std::atomic<std::size_t>& stories)
      : plan_(plan), exchange_(exchange), progress_(progress), stories_(stories) {}

  void run() {
    for (std::size_t i = 0; i < plan_.files.size() && !exchange_.failed(); ++i) {
      files_done_ = i;
      if (plan_.files[i].size < small_file) {
        add({.file = i, .reader = nullptr, .line = {}, .bytes = {}, .reason = {}},
            plan_.files[i].size);
      } else {
        cut(i);
      }
    }
    flush();
    files_done_ = plan_.files.size();
  }

  void report() {
    if (!progress_) return;
    progress_({.files_done = files_done_,
               .files_total = plan_.files.size(),
               .stories = stories_,
               .phase = "reading"});
  }

 private:
  void cut(std::size_t file) {
    try {
      Input input(plan_.files[file].path);
      const Reader* reader = reader_for(plan_.files[file].path, input.head());
      if (reader == nullptr || reader->cut == nullptr) {
        add({.file = file, .reader = nullptr, .line = {}, .bytes = {}, .reason = {}},
            plan_.files[file].size);
        return;
      }
      const auto cutter = reader->cut();
      for (Piece piece; cutter->next(input, piece) && !exchange_.failed();) {
        const std::size_t size = piece.bytes.size();
        add({.file = file,
             .reader = reader,
             .line = piece.number,
             .bytes = std::move(piece.bytes),
             .reason = std::move(piece.reason)},
            size);
      }
    } catch (const Error& error) {
      add({.file = file,
           .reader = nullptr,
           .line = {},
           .bytes = {},
           .reason = error.what(),
           .whole_file = true},
          0);
    }
  }

  void add(Work work, std::size_t bytes) {
    batch_.work.push_back(std::move(work));
    bytes_ += bytes;
    if (batch_.work.size() >= batch_items || bytes_ >= batch_bytes) flush();
  }

  void flush() {
    if (batch_.work.empty()) return;
    report();
    const std::size_t next = batch_.number + 1;
    exchange_.put(std::move(batch_));
    batch_ = {.number = next, .work = {}};
    bytes_ = 0;
  }

  const ReadPlan& plan_;
  Exchange& exchange_;
  const ProgressCallback& progress_;
  std::atomic<std::size_t>& stories_;
  WorkBatch batch_;
  std::size_t bytes_ = 0;
  std::size_t files_done_ = 0;
};

void work_off(const ReadPlan& plan, Exchange& exchange,
              std::atomic<std::size_t>& stories) {
  try {
    Worker worker(plan, stories);
    while (auto work = exchange.take()) {
      const std::size_t number = work->number;
      ReadBatch batch = worker.read(std::move(*work));
      exchange.in_turn(number, [&] { plan.in_order(batch); });
      if (plan.in_parallel && !exchange.failed()) plan.in_parallel(std::move(batch));
    }
  } catch (...) {
    exchange.fail(std::current_exception());
  }
}

}  // namespace

void read_files(const ReadPlan& plan, const ProgressCallback& progress) {
  Exchange exchange;
  std::atomic<std::size_t> stories = 0;
  Producer producer(plan, exchange, progress, stories);
  std::atomic<unsigned> running = std::max(1u, plan.workers);
  std::vector<std::thread> threads;
  for (unsigned i = std::max(1u, plan.workers); i > 0; --i) {
    threads.emplace_back([&] {
      work_off(plan, exchange, stories);
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
