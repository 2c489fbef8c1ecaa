#include "core/table/years.h"

#include "core/base/text.h"

#include <array>
#include <cmath>

namespace icp {

namespace {

/// In the languages of the vocabulary of imports; folded.
bool isNamedYear(QStringView header) {
    static constexpr std::array words{
        u"year", u"founded", u"established", u"jahr",      u"annee",   u"ano",    u"anno",      u"jaar",
        u"rok",  u"ar",      u"vuosi",       u"gegrundet", u"fundado", u"fondee", u"opgericht", u"grundat"};
    const QString line = u' ' + folded(header) + u' ';
    for (const char16_t* word : words)
        if (line.contains(u' ' + QString::fromUtf16(word) + u' ')) return true;
    // Compounds end in it: "Gründungsjahr", "Oprichtingsjaar", "Perustamisvuosi", "設立年".
    for (const QStringView end : {u"jahr ", u"jaar ", u"vuosi ", u"年 "})
        if (line.endsWith(end)) return true;
    return false;
}

}  // namespace

bool isYear(double value) { return value >= 1800 && value <= 2100 && value == std::floor(value); }

bool holdsYears(const Column& column, QStringView header) {
    if (column.type() != ColumnType::Number) return false;
    std::size_t known = 0;
    std::size_t years = 0;
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (column.isMissing(row)) continue;
        ++known;
        years += isYear(column.numbers()[row]) ? 1 : 0;
    }
    return years > 0 && (years * 20 >= known * 19 || (years * 2 >= known && isNamedYear(header)));
}

}  // namespace icp
