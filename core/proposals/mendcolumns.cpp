#include "core/proposals/mendcolumns.h"

#include "core/base/text.h"

#include <algorithm>

namespace icp {

namespace {

using Fates = std::unordered_map<std::string, std::optional<std::string>>;

bool onlyEmptied(ColumnType type) {
    return type != ColumnType::Text && type != ColumnType::Category && type != ColumnType::Multi;
}

/// Codes of the new dictionary per code of the old; nothing for a text that holds no value.
std::vector<std::optional<std::uint32_t>> recoded(const Dictionary& old, const Fates& fates,
                                                  Dictionary& fresh) {
    std::vector<std::optional<std::uint32_t>> codes;
    for (std::uint32_t code = 0; code < old.size(); ++code) {
        const auto fate = fates.find(std::string(old.at(code)));
        if (fate == fates.end())
            codes.emplace_back(fresh.intern(old.at(code)));
        else
            codes.push_back(fate->second ? std::optional(fresh.intern(*fate->second)) : std::nullopt);
    }
    return codes;
}

Column repairedCodes(const Column& column, const Fates& fates) {
    const bool boolean = column.type() == ColumnType::Boolean;
    Dictionary dictionary;
    const auto recode = recoded(column.dictionary(), fates, dictionary);
    std::vector<std::uint32_t> codes(column.size());
    Bitmap missing = column.missing();
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (missing.test(row)) continue;
        const auto code = recode[column.codes()[row]];
        codes[row] = !code ? 0 : boolean ? column.codes()[row] : *code;
        if (!code) missing.set(row);
    }
    return boolean ? Column::booleans(std::move(codes), std::move(missing))
                   : Column::categories(std::move(codes), std::move(dictionary), std::move(missing));
}

Column repairedElements(const Column& column, const Fates& fates) {
    Dictionary dictionary;
    const auto recode = recoded(column.dictionary(), fates, dictionary);
    std::vector<std::uint64_t> offsets{0};
    std::vector<std::uint32_t> elements;
    Bitmap missing = column.missing();
    for (std::size_t row = 0; row < column.size(); ++row) {
        const auto first = std::ptrdiff_t(elements.size());
        bool changed = false;
        for (const std::uint32_t old : column.elements(row)) {
            const auto code = recode[old];
            changed = changed || !code || dictionary.at(*code) != column.dictionary().at(old);
            if (code) elements.push_back(*code);
        }
        // Two spellings of one element are one element.
        for (auto it = elements.begin() + first; changed && it != elements.end();)
            it = std::find(elements.begin() + first, it, *it) == it ? it + 1 : elements.erase(it);
        if (changed && std::ptrdiff_t(elements.size()) == first) missing.set(row);
        offsets.push_back(elements.size());
    }
    return Column::multi(std::move(offsets), std::move(elements), std::move(dictionary), std::move(missing));
}

Column repairedTexts(const Column& column, const Fates& fates) {
    std::vector<std::uint64_t> offsets{0};
    std::string bytes;
    Bitmap missing = column.missing();
    for (std::size_t row = 0; row < column.size(); ++row) {
        const std::string_view text = column.text(row);
        const auto fate = missing.test(row) ? fates.end() : fates.find(std::string(text));
        if (fate == fates.end())
            bytes += text;
        else if (fate->second)
            bytes += *fate->second;
        else
            missing.set(row);
        offsets.push_back(bytes.size());
    }
    return Column::texts(std::move(offsets), std::move(bytes), std::move(missing));
}

Column repairedNumbers(const Column& column, const Fates& fates) {
    std::vector<double> values(column.numbers().begin(), column.numbers().end());
    Bitmap missing = column.missing();
    for (std::size_t row = 0; row < column.size(); ++row)
        if (!missing.test(row) && fates.contains(column.display(row))) {
            missing.set(row);
            values[row] = 0;
        }
    return Column::numbers(column.type(), std::move(values), std::move(missing), column.currency());
}

/// Rows that hold each of the texts; those of Multi as elements.
QHash<QString, qint64> rowsOf(const Column& column, const Fates& fates) {
    QHash<QString, qint64> rows;
    const auto coded = column.isCoded() || column.type() == ColumnType::Multi;
    std::vector<qint64> perCode(coded ? column.dictionary().size() : 0);
    for (std::size_t row = 0; row < column.size(); ++row) {
        if (column.isMissing(row)) continue;
        if (column.isCoded()) {
            ++perCode[column.codes()[row]];
        } else if (column.type() == ColumnType::Multi) {
            for (const std::uint32_t code : column.elements(row)) ++perCode[code];
        } else if (const std::string text = column.display(row); fates.contains(text)) {
            ++rows[toQString(text)];
        }
    }
    for (std::uint32_t code = 0; code < perCode.size(); ++code)
        if (perCode[code] > 0 && fates.contains(std::string(column.dictionary().at(code))))
            rows[toQString(column.dictionary().at(code))] = perCode[code];
    return rows;
}

}  // namespace

void TextRepair::empty(const QString& text) { m_empty.insert(text, true); }

std::optional<QString> TextRepair::becomes(const QString& text) const {
    if (m_empty.contains(text)) return std::nullopt;
    QString last = text;
    for (qsizetype steps = 0; steps <= m_to.size(); ++steps) {
        const auto next = m_to.find(last);
        if (next == m_to.end()) return last;
        last = *next;
        if (m_empty.contains(last)) return std::nullopt;
    }
    return text;  // round in a circle
}

QStringList TextRepair::touched() const {
    QStringList texts = m_to.keys() + m_empty.keys();
    texts.removeDuplicates();
    texts.removeIf([&](const QString& text) { return becomes(text) == text; });
    return texts;
}

std::optional<RepairedColumn> repaired(const Column& column, const TextRepair& repair) {
    Fates fates;
    for (const QString& text : repair.touched()) {
        const std::optional<QString> fate = repair.becomes(text);
        if (fate && onlyEmptied(column.type())) continue;
        fates[text.toStdString()] = fate ? std::optional(fate->toStdString()) : std::nullopt;
    }
    if (fates.empty()) return std::nullopt;
    RepairedColumn result{{}, rowsOf(column, fates)};
    if (result.rows.isEmpty()) return std::nullopt;
    if (column.isNumeric())
        result.column = repairedNumbers(column, fates);
    else if (column.type() == ColumnType::Text)
        result.column = repairedTexts(column, fates);
    else if (column.type() == ColumnType::Multi)
        result.column = repairedElements(column, fates);
    else
        result.column = repairedCodes(column, fates);
    if (const Bitmap& missing = result.column.missing(); missing.count() == missing.size())
        result.column = Column::texts(std::vector<std::string>(missing.size()), missing);
    return result;
}

}  // namespace icp
