// Compressed streams undone by the library of each format, rather than by libarchive's
// filters: those neither check gzip's sums nor bound the memory that xz asks for. Each
// format is a Codec of one function; what they share, the filling of the input, streams
// behind one another and early ends, stands in Unpacking. A small gzip file is undone in
// one go by libdeflate, which does it two to three times as fast as zlib; a saved page is
// such a file.
#include "indexer/decompress.h"

#include <algorithm>
#include <array>
#include <brotli/decode.h>
#include <bzlib.h>
#include <fmt/format.h>
#include <libdeflate.h>
#include <lzma.h>
#include <memory>
#include <optional>
#include <type_traits>
#include <zlib.h>
#include <zstd.h>

#include "article/error.h"

namespace broadsheet {

namespace {

using namespace std::literals;

constexpr std::size_t chunk_size = 128u << 10;
constexpr std::uint64_t xz_memory = 160u << 20;  // xz -9 needs 65 MiB

[[noreturn]] void fail(const std::string& reason) {
  throw Error(ErrorCode::unreadable, reason);
}

enum class Step { more, end, damaged };

// One stream at a time: takes from `in` and fills `out`, moving both on.
struct Codec {
  virtual ~Codec() = default;
  virtual Step step(std::string_view& in, char*& out, std::size_t& room) = 0;
  virtual bool restart() = 0;  // for a stream behind the last one
};

unsigned narrow(std::size_t size) {
  return static_cast<unsigned>(std::min<std::size_t>(size, 1u << 30));
}

// What libraries in the manner of zlib have in common.
template <typename Stream, typename Byte>
void offer(Stream& stream, std::string_view in, char* out, std::size_t room) {
  stream.next_in = reinterpret_cast<Byte*>(const_cast<char*>(in.data()));
  stream.avail_in = narrow(in.size());
  stream.next_out =
      reinterpret_cast<std::remove_pointer_t<decltype(stream.next_out)>*>(out);
  stream.avail_out = narrow(room);
}
template <typename Stream>
void accept(const Stream& stream, std::string_view& in, char*& out, std::size_t& room) {
  in.remove_prefix(narrow(in.size()) - stream.avail_in);
  const std::size_t made = narrow(room) - stream.avail_out;
  out += made;
  room -= made;
}

// Gzip, or the deflate of HTTP: with zlib's header by the standard, raw by habit.
class ZlibCodec : public Codec {
 public:
  explicit ZlibCodec(bool gzip) : gzip_(gzip) {}
  ~ZlibCodec() override { inflateEnd(&stream_); }

  Step step(std::string_view& in, char*& out, std::size_t& room) override {
    if (in.empty() && !open_) return Step::more;
    if (!open_ && !open(in)) return Step::damaged;
    offer<z_stream, Bytef>(stream_, in, out, room);
    const int code = inflate(&stream_, Z_NO_FLUSH);
    accept(stream_, in, out, room);
    if (code == Z_STREAM_END) return Step::end;
    return code == Z_OK || code == Z_BUF_ERROR ? Step::more : Step::damaged;
  }
  bool restart() override { return gzip_ && inflateReset(&stream_) == Z_OK; }

 private:
  bool open(std::string_view in) {
    constexpr int largest_window = 15;
    constexpr int as_gzip = 16;
    const bool zlib = (static_cast<unsigned char>(in[0]) & 0x0F) == 8;
    const int bits =
        gzip_ ? largest_window + as_gzip : (zlib ? largest_window : -largest_window);
    open_ = inflateInit2(&stream_, bits) == Z_OK;
    return open_;
  }

  z_stream stream_{};
  bool gzip_;
  bool open_ = false;
};

class Bzip2Codec : public Codec {
 public:
  ~Bzip2Codec() override { BZ2_bzDecompressEnd(&stream_); }
  Step step(std::string_view& in, char*& out, std::size_t& room) override {
    if (!open_) open_ = BZ2_bzDecompressInit(&stream_, 0, 0) == BZ_OK;
    if (!open_) return Step::damaged;
    offer<bz_stream, char>(stream_, in, out, room);
    const int code = BZ2_bzDecompress(&stream_);
    accept(stream_, in, out, room);
    if (code == BZ_STREAM_END) return Step::end;
    return code == BZ_OK ? Step::more : Step::damaged;
  }
  bool restart() override {
    BZ2_bzDecompressEnd(&stream_);
    stream_ = {};
    open_ = false;
    return true;
  }

 private:
  bz_stream stream_{};
  bool open_ = false;
};

class XzCodec : public Codec {
 public:
  ~XzCodec() override { lzma_end(&stream_); }
  Step step(std::string_view& in, char*& out, std::size_t& room) override {
    if (!open_) open_ = lzma_stream_decoder(&stream_, xz_memory, 0) == LZMA_OK;
    if (!open_) return Step::damaged;
    offer<lzma_stream, const std::uint8_t>(stream_, in, out, room);
    const lzma_ret code = lzma_code(&stream_, LZMA_RUN);
    accept(stream_, in, out, room);
    if (code == LZMA_STREAM_END) return Step::end;
    if (code == LZMA_MEMLIMIT_ERROR) fail("xz data that asks for too much memory");
    return code == LZMA_OK || code == LZMA_BUF_ERROR ? Step::more : Step::damaged;
  }
  bool restart() override {
    open_ = false;  // initialised anew, which keeps the memory
    return true;
  }

 private:
  lzma_stream stream_ = LZMA_STREAM_INIT;
  bool open_ = false;
};

class ZstdCodec : public Codec {
 public:
  ZstdCodec() : stream_(ZSTD_createDStream()) {}
  ~ZstdCodec() override { ZSTD_freeDStream(stream_); }
  Step step(std::string_view& in, char*& out, std::size_t& room) override {
    if (stream_ == nullptr) return Step::damaged;
    ZSTD_inBuffer from{in.data(), in.size(), 0};
    ZSTD_outBuffer to{out, room, 0};
    const std::size_t code = ZSTD_decompressStream(stream_, &to, &from);
    in.remove_prefix(from.pos);
    out += to.pos;
    room -= to.pos;
    if (ZSTD_isError(code) != 0) return Step::damaged;
    return code == 0 ? Step::end : Step::more;
  }
  bool restart() override { return true; }  // frames follow one another by themselves

 private:
  ZSTD_DStream* stream_;  // refuses windows of more than 128 MiB
};

class BrotliCodec : public Codec {
 public:
  BrotliCodec() : state_(BrotliDecoderCreateInstance(nullptr, nullptr, nullptr)) {}
  ~BrotliCodec() override { BrotliDecoderDestroyInstance(state_); }
  Step step(std::string_view& in, char*& out, std::size_t& room) override {
    if (state_ == nullptr) return Step::damaged;
    const auto* from = reinterpret_cast<const std::uint8_t*>(in.data());
    auto* to = reinterpret_cast<std::uint8_t*>(out);
    std::size_t left = in.size();
    const auto code =
        BrotliDecoderDecompressStream(state_, &left, &from, &room, &to, nullptr);
    in.remove_prefix(in.size() - left);
    out = reinterpret_cast<char*>(to);
    if (code == BROTLI_DECODER_RESULT_ERROR) return Step::damaged;
    return code == BROTLI_DECODER_RESULT_SUCCESS ? Step::end : Step::more;
  }
  bool restart() override { return false; }

 private:
  BrotliDecoderState* state_;
};

std::unique_ptr<Codec> codec_of(Packing packing) {
  switch (packing) {
    case Packing::gzip:
      return std::make_unique<ZlibCodec>(true);
    case Packing::deflate:
      return std::make_unique<ZlibCodec>(false);
    case Packing::zstd:
      return std::make_unique<ZstdCodec>();
    case Packing::xz:
      return std::make_unique<XzCodec>();
    case Packing::bzip2:
      return std::make_unique<Bzip2Codec>();
    case Packing::brotli:
      return std::make_unique<BrotliCodec>();
  }
  return nullptr;
}

std::string_view name_of(Packing packing) {
  switch (packing) {
    case Packing::gzip:
      return "gzip";
    case Packing::deflate:
      return "deflate";
    case Packing::zstd:
      return "zstd";
    case Packing::xz:
      return "xz";
    case Packing::bzip2:
      return "bzip2";
    case Packing::brotli:
      return "brotli";
  }
  return "";
}

constexpr std::size_t most_whole = 256u << 10;    // packed
constexpr std::size_t most_undone = 4096u << 10;  // of it

// What a file of one gzip member holds; nothing when it is another kind of file, damaged
// or large: then zlib has to find out.
std::optional<std::string> gunzip_whole(std::string_view file) {
  using Decompressor =
      std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)>;
  static thread_local const Decompressor decompressor(libdeflate_alloc_decompressor(),
                                                      libdeflate_free_decompressor);
  constexpr std::size_t shortest = 18;  // header and trailer
  if (file.size() < shortest || !decompressor) return std::nullopt;
  std::uint32_t size = 0;  // the last four bytes, least first
  for (std::size_t i = 1; i <= 4; ++i) {
    size = size << 8U | static_cast<unsigned char>(file[file.size() - i]);
  }
  if (size > most_undone) return std::nullopt;
  std::string text(size, '\0');
  std::size_t taken = 0;
  const auto result =
      libdeflate_gzip_decompress_ex(decompressor.get(), file.data(), file.size(),
                                    text.data(), text.size(), &taken, nullptr);
  if (result != LIBDEFLATE_SUCCESS || taken != file.size()) return std::nullopt;
  return text;
}

class Unpacking : public ByteSource {
 public:
  Unpacking(Packing packing, std::unique_ptr<ByteSource> source,
            std::shared_ptr<Meter> meter)
      : packing_(packing),
        codec_(codec_of(packing)),
        source_(std::move(source)),
        meter_(std::move(meter)) {}

  std::size_t read(char* to, std::size_t size) override {
    if (!started_) start();
    char* out = to;
    std::size_t room = size;
    if (whole_) room -= whole_->read(to, size);
    while (room == size && !at_end_) advance(out, room);
    const std::size_t made = size - room;
    meter_->give(made);
    return made;
  }
  std::size_t expected() override {
    if (!started_) start();
    return whole_ ? whole_->expected() : 0;
  }

 private:
  void start() {
    started_ = true;
    if (packing_ != Packing::gzip) return;
    try {
      while (in_.size() <= most_whole && fill()) {
      }
    } catch (const Error&) {
      return;  // the source says so again when what it gave before has been handed out
    }
    auto text = source_at_end_ ? gunzip_whole(in_) : std::nullopt;
    if (!text) return;
    whole_ = bytes_in_memory(std::move(*text));
    at_end_ = true;
  }

  void advance(char*& out, std::size_t& room) {
    if (!damage_.empty()) fail(damage_);
    const std::size_t room_before = room;
    const std::size_t in_before = in_.size();
    const Step step = codec_->step(in_, out, room);
    if (step == Step::damaged) return stop(room != room_before, "it is damaged");
    if (step == Step::end) return next_stream();
    if (room != room_before || in_.size() != in_before) return;
    // Nothing moved: there is nothing left to take from.
    if (!fill()) stop(false, "it ends too early");
  }

  // What was made of the bytes before the damage is still handed out.
  void stop(bool something_made, std::string_view why) {
    damage_ = fmt::format("broken {} data: {}", name_of(packing_), why);
    if (!something_made) fail(damage_);
  }

  // Packers pad with zeros up to a block; anything else behind the end is not ours.
  void next_stream() {
    while (in_.size() < packing_head && fill()) {
    }
    const std::size_t zeros = std::min(in_.find_first_not_of('\0'), in_.size());
    if (zeros < 4 || packing_ == Packing::xz) in_.remove_prefix(zeros);
    at_end_ = packing_of(in_) != packing_ || !codec_->restart();
  }

  // Appends to what is not used yet; false at the end of the source.
  bool fill() {
    if (source_at_end_) return false;
    auto next = std::make_unique_for_overwrite<char[]>(in_.size() + chunk_size);
    std::copy(in_.begin(), in_.end(), next.get());
    const std::size_t got = source_->read(next.get() + in_.size(), chunk_size);
    const std::size_t all = in_.size() + got;
    buffer_.swap(next);
    in_ = std::string_view(buffer_.get(), all);
    source_at_end_ = got == 0;
    return got > 0;
  }

  Packing packing_;
  std::unique_ptr<Codec> codec_;
  std::unique_ptr<ByteSource> source_;
  std::shared_ptr<Meter> meter_;
  std::unique_ptr<char[]> buffer_;
  std::string_view in_;                // of `buffer_`, not used yet
  std::unique_ptr<ByteSource> whole_;  // of a small file, all that comes out
  bool started_ = false;
  std::string damage_;
  bool source_at_end_ = false;
  bool at_end_ = false;
};

class BytesInMemory : public ByteSource {
 public:
  explicit BytesInMemory(std::string bytes) : bytes_(std::move(bytes)) {}
  std::size_t read(char* to, std::size_t size) override {
    const std::string_view part = std::string_view(bytes_).substr(start_, size);
    std::copy(part.begin(), part.end(), to);
    start_ += part.size();
    return part.size();
  }
  std::size_t expected() override { return bytes_.size() - start_; }

 private:
  std::string bytes_;
  std::size_t start_ = 0;
};

}  // namespace

void Meter::give(std::size_t bytes) {
  out_ += bytes;
  if (exceeded()) {
    fail(fmt::format("unpacks to more than {} times its size, given up", max_ratio));
  }
}

std::unique_ptr<ByteSource> bytes_in_memory(std::string bytes) {
  return std::make_unique<BytesInMemory>(std::move(bytes));
}

std::optional<Packing> packing_of(std::string_view head) {
  if (head.starts_with("\x1F\x8B\x08")) return Packing::gzip;
  if (head.starts_with("\x28\xB5\x2F\xFD")) return Packing::zstd;
  // A frame to be skipped, which some packers put first.
  if (head.size() > 3 && (head[0] & 0xF0) == 0x50 && head.substr(1, 3) == "\x2A\x4D\x18")
    return Packing::zstd;
  if (head.starts_with("\xFD"
                       "7zXZ\0"sv))
    return Packing::xz;
  if (head.starts_with("BZh") && head.size() >= packing_head && head[3] >= '1' &&
      head[3] <= '9') {
    const std::string_view block = head.substr(4, 6);
    if (block == "1AY&SY" || block == "\x17\x72\x45\x38\x50\x90") return Packing::bzip2;
  }
  return std::nullopt;
}

std::unique_ptr<ByteSource> unpacked(Packing packing, std::unique_ptr<ByteSource> source,
                                     std::shared_ptr<Meter> meter) {
  return std::make_unique<Unpacking>(packing, std::move(source), std::move(meter));
}

}  // namespace broadsheet
