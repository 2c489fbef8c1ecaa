#include "core/typing/rowfilter.h"

#include "core/base/text.h"
#include "core/typing/typesurvey.h"

#include <QRegularExpression>

#include <algorithm>

namespace icp {

namespace {

/// What reports put below their rows: Salesforce's closing lines, and sums.
bool isFooter(std::string_view text, std::size_t values, std::size_t width) {
    if (values > 2 && values * 2 > width) return false;
    static const QRegularExpression closing(
        QStringLiteral(
            "^(grand totals?( \\(.*\\))?:?$|confidential information\\b|copyright \\(c\\)|©|"
            ".*\\ball rights reserved\\b|end of report\\b|report generated\\b|generated (by|on|at)\\b)"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression sum(
        QStringLiteral(
            "^(grand |sub)?(totals?|sum|summe|gesamt|gesamtsumme|somme|suma|soma|合計)( \\(.*\\))?:?$"),
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression remark(
        QStringLiteral(
            "^(\\* |\\(\\d[\\d,. ]* (rows?|records?|zeilen|datensätze|lignes|filas)( \\p{L}+)?\\)$|"
            "\\d[\\d,. ]* rows?( \\p{L}+)?\\.?$|page \\d+ (of|/) \\d+$|"
            "(notes?|sources?|remarks?|footnotes?|disclaimer|quellen?|hinweise?|anmerkung(en)?|"
            "fuentes?|fonte|nota|exported (by|on|at)|total (rows|records)) ?[:：]|"
            "(strictly |streng )?(confidential|vertraulich|confidentiel|confidencial|riservato|"
            "vertrouwelijk)( ?[-–—:.,;!].*)?$|"
            "(grand )?(totals?|count|anzahl|summe|gesamt|gesamtsumme|somme|suma|totale|total général)"
            "( ?[:：=] ?\\d[\\d,. ]*( \\p{L}+)?| \\d[\\d,. ]* (rows?|records?|items?|entries|"
            "results?|zeilen|datensätze|einträge|lignes|filas))$)"),
        QRegularExpression::CaseInsensitiveOption);
    const QString line = toQString(text.substr(0, 300)).trimmed();
    if (values <= 2 && width > 2 && closing.match(line).hasMatch()) return true;
    if (values == 1 && width > 2 && remark.match(line).hasMatch()) return true;
    return width > 2 && values * 2 <= width && sum.match(line).hasMatch();
}

/// Nothing but a line of signs in every cell, as queries draw it under their header.
bool isRule(const RowBatch& batch, std::size_t row, std::size_t width) {
    if (batch.width(row) != width || width < 2) return false;
    for (std::size_t column = 0; column < width; ++column) {
        std::string_view text = batch.cell(row, column).text;
        while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
        while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
        if (text.size() < 2 || text.find_first_not_of(text.front() == '=' ? "=" : "-") != text.npos)
            return false;
    }
    return true;
}

bool mayBeFooter(char first) {
    return static_cast<unsigned char>(first) >= 0x80 ||
           std::string_view("gGsScCtTeErRaAnNdDqQhHfFpPvV*(0123456789").find(first) != std::string_view::npos;
}

}  // namespace

RowProblem problemOf(RowNote::What what) {
    switch (what) {
        case RowNote::What::OpenQuote:
            return RowProblem::OpenQuote;
        case RowNote::What::StrayQuote:
            return RowProblem::StrayQuote;
        case RowNote::What::Joined:
            return RowProblem::Joined;
        case RowNote::What::Shifted:
            return RowProblem::Shifted;
        case RowNote::What::Recut:
            return RowProblem::Recut;
        case RowNote::What::NulBytes:
            return RowProblem::NulBytes;
        case RowNote::What::OtherBytes:
            break;
    }
    return RowProblem::OtherBytes;
}

RowChoice chooseRows(const RowBatch& batch, std::size_t from, const TableLayout& layout) {
    RowChoice choice;
    const auto width = std::size_t(layout.headers.size());
    const QByteArray firstHeader =
        layout.hasHeader && width > 0 ? layout.written.first().toUtf8() : QByteArray();
    const std::string_view first(firstHeader.constData(), std::size_t(firstHeader.size()));
    const auto repeatsHeader = [&](std::size_t row) {
        if (first.empty() || batch.cell(row, 0).text != first || batch.width(row) < layout.named)
            return false;
        for (std::size_t column = 1; column < layout.named; ++column)
            if (toQString(batch.cell(row, column).text).simplified() != layout.written[qsizetype(column)])
                return false;
        return true;
    };
    const std::size_t few = std::max<std::size_t>(width, 4);  // values of a footer, times two
    choice.taken.reserve(batch.rows());
    // Reports put their title and the company's name, in a cell of their own, around the lines that give a
    // footer away: rows of one cell beside such a line belong to it.
    std::size_t lone = 0;  // of the rows taken last
    bool closed = false;
    for (std::size_t row = from; row < batch.rows(); ++row) {
        std::size_t values = 0;
        bool extra = false;
        std::string_view head;
        const std::span<const RowBatch::Field> fields = batch.row(row);
        for (std::size_t column = 0; column < fields.size(); ++column) {
            if (values * 2 > few) column = std::max(column, width);  // what stands before decides nothing
            if (column >= fields.size()) break;
            const std::string_view text = batch.textOf(fields[column]);
            if (isBlank(text)) continue;
            if (values++ == 0) head = text;
            extra |= column >= width;
        }
        const auto at = std::uint32_t(row);
        if (values == 0) continue;
        const bool alone = width > 2 && fields.size() == 1;
        if (!alone) {
            lone = 0;
            closed = false;
        }
        if (values * 2 <= few && mayBeFooter(head.front()) && isFooter(head, values, width)) {
            if (alone) {
                for (auto one = choice.taken.end() - std::ptrdiff_t(lone); one != choice.taken.end(); ++one)
                    choice.rejected.push_back({*one, RowProblem::Footer});
                choice.taken.resize(choice.taken.size() - lone);
                while (!choice.doubtful.empty() &&
                       (choice.taken.empty() || choice.doubtful.back().row > choice.taken.back()))
                    choice.doubtful.pop_back();
                lone = 0;
                closed = true;
            }
            choice.rejected.push_back({at, RowProblem::Footer});
        } else if (alone && closed) {
            choice.rejected.push_back({at, RowProblem::Footer});
        } else if (alone && head.size() > 1 && head.front() == '#' && head[1] == ' ') {
            choice.rejected.push_back({at, RowProblem::Remark});
        } else if ((head.front() == '-' || head.front() == '=') && isRule(batch, row, width)) {
            choice.rejected.push_back({at, RowProblem::Rule});
        } else if (extra) {
            choice.rejected.push_back({at, RowProblem::TooWide});
        } else if (repeatsHeader(row)) {
            choice.rejected.push_back({at, RowProblem::RepeatedHeader});
        } else {
            if (batch.kinds.empty() && batch.width(row) < layout.named)
                choice.doubtful.push_back({at, RowProblem::Short});
            choice.taken.push_back(at);
            lone += alone ? 1 : 0;
        }
    }
    for (const RowNote note : batch.notes)
        if (std::binary_search(choice.taken.begin(), choice.taken.end(), note.row))
            choice.doubtful.push_back({note.row, problemOf(note.what)});
    return choice;
}

}  // namespace icp
