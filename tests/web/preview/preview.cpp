#include "server/web/assets.hpp"
#include "tests/support/files.hpp"
#include "tests/web/samples.hpp"

#include <cstdio>
#include <filesystem>

// Pages of sample views as files, for a static server: DIRECTORY/board/vi.html, DIRECTORY/assets/…
namespace {
using namespace kotobashi;

// The correction is ready in Japanese and English only.
void correct_in_some(web::posted& one) {
  test::correct(one, test::sample_now() - std::chrono::minutes(12));
  for (notice_text& text : one.texts)
    if (text.language.value == "ja" || text.language.value == "en") text.index = one.record.current;
}

// Letters to look at where no pack has the topic yet.
web::posted letters(std::int64_t number) {
  web::posted out = test::plain_notice(
      "ar", "توزيع المياه",
      "شاحنة المياه في مدرسة مياماي (宮前小学校).\nالوقت: 10:00 – 12:00\nالهاتف: 044-435-7000", number);
  for (const auto& [tag, title, body] :
       {std::array{"ne", "पानी वितरण", "पानीको ट्रक आउँछ। भाँडो लिएर आउनुहोस्।"},
        std::array{"my", "ရေဖြန့်ဝေခြင်း", "ရေကားလာပါမည်။ ပုလင်းယူလာပါ။"},
        std::array{"zh-Hans", "供水点", "供水车将在宫前小学供水。请自带容器。直骨今"},
        std::array{"zh-Hant", "供水點", "供水車將在宮前小學供水。請自備容器。直骨今"},
        std::array{"ja", "給水車が来ます", "宮前小学校に給水車が来ます。入れ物を持ってきてください。直骨今"}})
    out.texts.push_back(test::plain_notice(tag, title, body, number).texts.front());
  return out;
}

test::board full_board(activation_mode mode) {
  std::vector<web::posted> notices;
  std::int64_t number = 0;
  for (std::string_view topic : test::ten_topics) notices.push_back(test::sample_notice(topic, ++number));
  correct_in_some(notices.at(2));
  notices.at(3).texts.resize(2);
  test::withdraw(notices.at(4), test::sample_now() - std::chrono::minutes(4));
  notices.at(5).follows_number = 3;
  notices.push_back(letters(++number));
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
