#include "server/web/assets.hpp"
#include "tests/support/files.hpp"
#include "tests/web/samples.hpp"

#include <cstdio>
#include <filesystem>

// Pages of sample views as files, for a static server: DIRECTORY/board/vi.html, DIRECTORY/assets/…
namespace {
using namespace kotobashi;

test::board full_board(activation_mode mode) {
  std::vector<web::posted> notices;
  std::int64_t number = 0;
  for (std::string_view topic : test::ten_topics) notices.push_back(test::sample_notice(topic, ++number));
  test::correct(notices.at(2), test::sample_now() - std::chrono::minutes(12));
  test::withdraw(notices.at(4), test::sample_now() - std::chrono::minutes(4));
  notices.at(5).follows_number = 3;
  return test::board_of(std::move(notices), mode);
}

void write(const std::filesystem::path& file, const std::string& content) {
  std::filesystem::create_directories(file.parent_path());
  test::write_file(file, content);
}

void write_boards(const std::filesystem::path& to, const test::board& board) {
  const words::library& library = test::real_library();
  for (const words::language& language : library.languages()) {
    write(to / "board" / (language.tag + ".html"), web::board_page(library, language.tag, board.view()));
    for (const web::posted& one : board.notices)
      if (auto page = web::notice_page(library, language.tag, board.view(), *one.record.number))
        write(to / "board" / language.tag / (std::to_string(*one.record.number) + ".html"), *page);
    write(to / "signage" / (language.tag + ".html"),
          web::signage_page(library, board.view(), {language.tag, "", "http://192.168.11.2:8081/"}));
  }
  write(to / "index.html", web::chooser_page(library, board.view(), "ne,en;q=0.8"));
}
} // namespace

int main(int count, char** arguments) {
  if (count != 2) {
    std::fputs("usage: web-preview DIRECTORY\n", stderr);
    return 2;
  }
  std::filesystem::path to = arguments[1];
  const words::library& library = test::real_library();
  write_boards(to, full_board(activation_mode::actual));
  write_boards(to / "drill", full_board(activation_mode::drill));
  write_boards(to / "drill-over", test::board_of({}, activation_mode::drill, activation_state::closed));
  write(to / "404.html", web::missing_page(library, "xx", test::board_of({}).view()));
  write(to / "v.html", web::volunteer_page(library, test::sample_center(), "vi"));
  for (const words::language& language : library.languages())
    write(to / "v" / "texts" / language.tag, web::volunteer_texts(library, language.tag, "Asia/Tokyo"));
  for (const web::asset& one : web::assets()) write(to / "assets" / one.name, std::string(one.bytes));
  return 0;
}
