#include "tests/bulletin/examples.hpp"

#include <boost/json/parse.hpp>
#include <fmt/format.h>

namespace kotobashi::test {

domain::center kawasaki() {
  domain::center own;
  own.names = {{"ja", "川崎市災害時多言語支援センター"}};
  own.municipality = {"14130", {{"ja", "川崎市"}}};
  own.areas = {{"14131", "1413100", {{"ja", "川崎区"}}}, {"14132", "1413200", {{"ja", "幸区"}}},
               {"14133", "1413300", {{"ja", "中原区"}}}, {"14134", "1413400", {{"ja", "高津区"}}},
               {"14135", "1413500", {{"ja", "多摩区"}}}, {"14136", "1413600", {{"ja", "宮前区"}}},
               {"14137", "1413700", {{"ja", "麻生区"}}}};
  own.regions = {{"360", "神奈川県東部"}};
  own.tsunami_coasts = {{"312", "東京湾内湾", {"14131"}}};
  own.trigger.opens = intensity::five_upper;
  own.trigger.tsunami = domain::tsunami_category::warning;
  return own;
}

std::string telegram_xml(const telegram_parts& parts) {
  return fmt::format(R"(<?xml version="1.0" encoding="UTF-8"?>
<Report xmlns="http://xml.kishou.go.jp/jmaxml1/" xmlns:jmx="http://xml.kishou.go.jp/jmaxml1/">
<Control><Title>{}</Title><DateTime>2030-01-01T00:05:00Z</DateTime><Status>{}</Status>
<EditorialOffice>気象庁本庁</EditorialOffice><PublishingOffice>気象庁</PublishingOffice></Control>
<Head xmlns="http://xml.kishou.go.jp/jmaxml1/informationBasis1/"><Title>x</Title>
<ReportDateTime>{}</ReportDateTime><TargetDateTime>2030-01-01T09:00:00+09:00</TargetDateTime>
<EventID>{}</EventID><InfoType>{}</InfoType><Serial>{}</Serial>
<Headline><Text>地震がありました。</Text>{}</Headline></Head>
<Body xmlns="http://xml.kishou.go.jp/jmaxml1/body/seismology1/" xmlns:jmx_eb="http://xml.kishou.go.jp/jmaxml1/elementBasis1/">
{}</Body></Report>)",
                     parts.title, parts.status, parts.reported, parts.event, parts.action, parts.serial,
                     parts.headline, parts.body);
}

std::string intensity_body(std::string_view cities, std::string_view magnitude) {
  return fmt::format(R"(<Earthquake><OriginTime>2030-01-01T09:00:00+09:00</OriginTime>
<Hypocenter><Area><Name>架空湾</Name><Code type="震央地名">999</Code></Area></Hypocenter>
<jmx_eb:Magnitude type="Mj" {}</jmx_eb:Magnitude></Earthquake>
<Intensity><Observation><CodeDefine>
<Type xpath="Pref/Code">地震情報／都道府県等</Type>
<Type xpath="Pref/Area/Code">地震情報／細分区域</Type>
<Type xpath="Pref/Area/City/Code">気象・地震・火山情報／市町村等</Type>
</CodeDefine><Pref><Name>神奈川県</Name><Code>14</Code>
<Area><Name>神奈川県東部</Name><Code>360</Code><MaxInt>6-</MaxInt>{}</Area></Pref></Observation></Intensity>)",
                     magnitude, cities);
}

std::string city(std::string_view name, std::string_view code, std::string_view inside) {
  return fmt::format("<City><Name>{}</Name><Code>{}</Code>{}</City>", name, code, inside);
}

std::string tsunami_body(std::string_view items) {
  return fmt::format(R"(<Tsunami><Forecast><CodeDefine>
<Type xpath="Item/Area/Code">津波予報区</Type>
<Type xpath="Item/Category/Kind/Code">警報等情報要素／津波警報・注意報・予報</Type>
</CodeDefine>{}</Forecast></Tsunami>
<Earthquake><OriginTime>2030-01-01T09:00:00+09:00</OriginTime></Earthquake>)",
                     items);
}

std::string coast(std::string_view name, std::string_view code, std::string_view kind,
                  std::string_view inside) {
  return fmt::format("<Item><Area><Name>{}</Name><Code>{}</Code></Area><Category><Kind><Code>{}</Code></"
                     "Kind></Category>{}</Item>",
                     name, code, kind, inside);
}

boost::json::value json(std::string_view text) {
  return boost::json::parse(boost::json::string_view(text.data(), text.size()));
}

} // namespace kotobashi::test
