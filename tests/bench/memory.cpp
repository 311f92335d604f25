#include "server/text/memory.hpp"

#include "server/api/translating.hpp"
#include "server/store/engine/engine.hpp"
#include "server/store/schema.hpp"
#include "server/store/translation_store.hpp"
#include "server/text/hash.hpp"
#include "server/text/library.hpp"
#include "server/text/pack.hpp"
#include "server/text/search.hpp"
#include "tests/bench/bench.hpp"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <exception>
#include <stdexcept>

// The translation memory with many lines, all of them alike: the phrasebook's sentences, each said of many
// places. Looked up is a sentence with a place that the memory does not know.
namespace kotobashi::bench {

namespace asio = boost::asio;

namespace {
constexpr std::int64_t lines_of_one = 10;

std::vector<std::string> sentences(const words::library& from) {
  std::vector<std::string> out;
  for (const auto& each : from.source().all(words::section::phrases))
    if (each.text.find_first_of("{\n") == each.text.npos && each.text.size() > 30) out.push_back(each.text);
  if (out.empty()) throw std::runtime_error("no phrases");
  return out;
}

std::string said_of(std::int64_t place, const std::string& sentence) {
  return fmt::format("川崎市第{}地区では、{}", place, sentence);
}

class memory_bench {
public:
  memory_bench(std::vector<std::string> of, std::int64_t segments)
      : sentences_(std::move(of)), segments_(segments) {}

  asio::awaitable<void> fill(store::engine& db) {
    for (std::int64_t done = 0; done < segments_; done += lines_of_one * 20) {
      auto job = [&](store::unit_of_work& work) -> result<bool> {
        for (std::int64_t i = done; i < std::min(segments_, done + lines_of_one * 20); i += lines_of_one)
          add_one(work, i);
        return true;
      };
      if (auto done_so = co_await db.write(job); !done_so) throw std::runtime_error(done_so.error().detail);
    }
  }

  asio::awaitable<void> look_up(store::engine& db, std::int64_t times) {
    for (std::int64_t i = 0; i < times; ++i) {
      translation asked;
      asked.id = {"asked"};
      asked.language = "vi";
      asked.source = said_of(1'000'000 + i, sentence(i * 7));
      auto look = [&](store::reader& in) -> result<std::size_t> {
        const auto begun = std::chrono::steady_clock::now();
        const auto offers = api::offers_for(in.db(), asked);
        const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - begun;
        took_.push_back(taken.count());
        return offers.size();
      };
      auto found = co_await db.read(look);
      if (!found || *found == 0) throw std::runtime_error("nothing was found for " + asked.source.value);
    }
  }

  void print_figures() {
    std::ranges::sort(took_);
    print({{"segments", static_cast<double>(segments_)},
           {"ms", took_[took_.size() / 2]},
           {"slowest_ms", took_.back()}});
  }

private:
  const std::string& sentence(std::int64_t i) const {
    return sentences_[static_cast<std::size_t>(i) % sentences_.size()];
  }

  void add_one(store::unit_of_work& work, std::int64_t first) {
    translation made;
    made.id = work.new_id<translation>();
    made.language = "vi";
    std::vector<std::string> lines;
    for (std::int64_t i = first; i < first + lines_of_one; ++i)
      lines.push_back(said_of(i / static_cast<std::int64_t>(sentences_.size()), sentence(i)));
    made.source = lines.front();
    made.source_hash = words::to_hex(words::text_hash(made.source.value));
    made.state = translation_state::done;
    made.created_at = work.now();
    store::add(work, made);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      memory_segment what{lines[i], words::search_fold(lines[i]), "…" + lines[i], true};
      store::new_segment one{made.id, static_cast<std::int64_t>(i + 1), made.language, {}, what};
      store::remember(work, one, words::grams_of("vi", what.folded));
    }
  }

  std::vector<std::string> sentences_;
  std::int64_t segments_;
  std::vector<double> took_;
};
} // namespace

int memory(const options& given) {
  const words::library texts(given.get("templates"), given.get("langpacks"));
  memory_bench bench(sentences(texts), given.number("segments", 50'000));
  store::options how;
  how.directory = given.get("directory");
  asio::io_context io{1};
  store::engine db(io.get_executor(), how, store::center_migrations());
  std::exception_ptr failed;
  auto work = [&]() -> asio::awaitable<void> {
    co_await bench.fill(db);
    co_await bench.look_up(db, given.number("times", 200));
  };
  asio::co_spawn(io, work, [&](std::exception_ptr thrown) { failed = thrown; });
  io.run();
  if (failed) std::rethrow_exception(failed);
  bench.print_figures();
  return 0;
}

} // namespace kotobashi::bench
