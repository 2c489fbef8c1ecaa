#include "core/typing/headernames.h"

#include "core/base/placeholder.h"
#include "core/base/text.h"
#include "core/typing/typesurvey.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace icp {

namespace {

QString nameAt(const RowLooks& looks, std::size_t row, std::size_t column) {
    return toQString(looks.batch().cell(row, column).text).simplified();
}

bool isBlankAt(const RowLooks& looks, std::size_t row, std::size_t column) {
    return isBlank(looks.batch().cell(row, column).text);
}

/// Letters and figures alone.
QString bare(const QString& name) { return folded(name).remove(u' '); }

/// How many cells of a row are written as programs name things, several words in one: "close_date",
/// "CloseDate"; none when another one cannot be such a name.
std::size_t glued(const RowLooks& looks, std::size_t row) {
    static const QRegularExpression name(
        QStringLiteral("^[A-Za-z][A-Za-z0-9]*([_.][A-Za-z0-9]+)*(__[cr])?$"));
    static const QRegularExpression several(QStringLiteral("[a-z][A-Z]|[a-z0-9]_+[a-z0-9]"));
    std::size_t count = 0;
    for (std::size_t column = 0; column < looks.width(); ++column) {
        const QString text = nameAt(looks, row, column);
        if (text.isEmpty()) continue;
        if (!name.match(text).hasMatch()) return 0;
        count += several.match(text).hasMatch();
    }
    return count;
}

/// How far the names of a row are those that people read.
std::size_t readable(const RowLooks& looks, std::size_t row) {
    std::size_t score = 0;
    for (std::size_t column = 0; column < looks.width(); ++column) {
        const QString text = nameAt(looks, row, column);
        score += text.contains(u' ') ? 2 : 0;
        score += !text.isEmpty() && text[0].isUpper() ? 1 : 0;
    }
    return score;
}

}  // namespace

bool goesOn(const RowLooks& looks, std::size_t row) {
    const RowBatch& batch = looks.batch();
    if (row + 2 >= batch.rows()) return false;
    const std::vector<bool> values = looks.valueColumns(row + 1);
    std::size_t against = 0;
    for (std::size_t column = 0; column < looks.width(); ++column) {
        const Look look = looks.at(row, column);
        if (look == Look::Value || (look == Look::Nothing && !isBlankAt(looks, row, column))) return false;
        against += values[column] && look == Look::Word && !isPlaceholder(batch.cell(row, column).text);
    }
    const auto all = std::size_t(std::count(values.begin(), values.end(), true));
    return against >= 2 || (against == 1 && all <= 2);
}

bool namesGroups(const RowLooks& looks, std::size_t row, std::size_t header) {
    const RowBatch& batch = looks.batch();
    if (batch.lines[header] != batch.lines[row] + 1 || batch.width(row) != batch.width(header)) return false;
    std::size_t groups = 0;
    std::size_t last = 0;
    bool spread = false;  // a group of several columns, called so in each
    QString before;
    for (std::size_t column = 0; column < batch.width(row); ++column) {
        const QString name = nameAt(looks, row, column);
        if (name.isEmpty()) continue;
        if (looks.at(row, column) == Look::Value || isBlankAt(looks, header, column)) return false;
        spread = spread || name == before;
        if (name == before) continue;
        before = name;
        ++groups;
        last = column;
    }
    if (groups < 2 || last < 2) return false;
    const std::size_t cells = filled(batch, row);
    if (cells < filled(batch, header)) return true;
    return spread && groups * 3 <= cells * 2 && tellsApart(looks, header);
}

bool tellsApart(const RowLooks& looks, std::size_t row) {
    QSet<QString> names;
    for (std::size_t column = 0; column < looks.width(); ++column) {
        const QString name = nameAt(looks, row, column);
        if (name.isEmpty()) continue;
        if (names.contains(name)) return false;
        names.insert(name);
    }
    return true;
}

bool nameAlike(const RowLooks& looks, std::size_t row, std::size_t below) {
    if (below >= looks.batch().rows()) return false;
    std::size_t cells = 0;
    std::size_t one = 0;  // named by one of the two only
    std::size_t same = 0;
    std::size_t rewritten = 0;
    for (std::size_t column = 0; column < looks.width(); ++column) {
        const Look upper = looks.at(row, column);
        const Look lower = looks.at(below, column);
        if (upper == Look::Value || lower == Look::Value) return false;
        if (upper == Look::Nothing && lower == Look::Nothing) continue;
        ++cells;
        if (upper != lower) {
            ++one;
            continue;
        }
        const QString above = nameAt(looks, row, column);
        const QString name = nameAt(looks, below, column);
        const QString a = bare(above);
        const QString b = bare(name);
        const bool alike = !a.isEmpty() && !b.isEmpty() && (a.contains(b) || b.contains(a));
        same += alike ? 1 : 0;
        rewritten += alike && above != name ? 1 : 0;
    }
    if (cells < 3 || one * 5 > cells || !tellsApart(looks, row) || !tellsApart(looks, below)) return false;
    const bool valuesFollow = goesOn(looks, below);
    if (same * 5 >= cells * 4 && (rewritten >= 3 || (rewritten >= 1 && valuesFollow))) return true;
    const std::size_t upperGlued = glued(looks, row);
    const std::size_t lowerGlued = glued(looks, below);
    return valuesFollow && one == 0 && (upperGlued > 0) != (lowerGlued > 0) &&
           std::max(upperGlued, lowerGlued) * 4 >= cells;
}

bool isLabels(const RowLooks& looks, std::size_t row, std::size_t below) {
    return readable(looks, below) > readable(looks, row);
}

}  // namespace icp
