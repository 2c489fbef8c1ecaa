#include "core/typing/evidence.h"

#include "core/base/text.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::TypeEvidence)
};

constexpr qsizetype mostShown = 40;

QString shown(const std::string& text) {
    QString line = toQString(text).simplified();
    if (line.size() > mostShown) line = line.left(mostShown - 1) + QChar(0x2026);
    return line;
}

QString unitName(TimeUnit unit) {
    static constexpr std::array names{"", "seconds", "minutes", "hours", "days", "weeks", "months", "years"};
    return QString::fromLatin1(names[std::size_t(unit)]);
}

QString countedIn(TimeUnit unit) {
    switch (unit) {
        case TimeUnit::None:
            break;
        case TimeUnit::Seconds:
            return Words::tr("lengths of time, counted in seconds");
        case TimeUnit::Minutes:
            return Words::tr("lengths of time, counted in minutes");
        case TimeUnit::Hours:
            return Words::tr("lengths of time, counted in hours");
        case TimeUnit::Days:
            return Words::tr("lengths of time, counted in days");
        case TimeUnit::Weeks:
            return Words::tr("lengths of time, counted in weeks");
        case TimeUnit::Months:
            return Words::tr("lengths of time, counted in months");
        case TimeUnit::Years:
            return Words::tr("lengths of time, counted in years");
    }
    return {};
}

QString dateKind(const ColumnStore& store) {
    const ColumnFormat& format = store.format();
    switch (format.form) {
        case CellForm::Seconds:
            return Words::tr("dates, counted in seconds since 1970");
        case CellForm::Milliseconds:
            return Words::tr("dates, counted in milliseconds since 1970");
        case CellForm::SheetDays:
            return Words::tr("dates, counted in days as spreadsheets do");
        case CellForm::Compact:
            return Words::tr("dates without marks (20231231)");
        case CellForm::Plain:
        case CellForm::Duration:
            break;
    }
    const auto& periods = store.periods();
    if (periods[std::size_t(Period::Quarter)] > 0) return Words::tr("quarters, each read as its first day");
    if (periods[std::size_t(Period::Month)] > 0) return Words::tr("months, each read as its first day");
    if (periods[std::size_t(Period::Week)] > 0) return Words::tr("weeks, each read as its Monday");
    if (store.numericOrder() == 0) return Words::tr("dates");
    return format.dayFirst ? Words::tr("dates, day first (31.12.2023)")
                           : Words::tr("dates, month first (12/31/2023)");
}

QString numberKind(const ColumnStore& store, ColumnType type) {
    const ColumnFormat& format = store.format();
    if (format.unit != TimeUnit::None) return countedIn(format.unit);
    const QString mark = store.marked() == 0     ? QString()
                         : format.decimal == '.' ? Words::tr(" with a decimal point (1,234.56)")
                                                 : Words::tr(" with a decimal comma (1.234,56)");
    if (type == ColumnType::Percent) return Words::tr("percentages") + mark;
    if (type == ColumnType::Number) return Words::tr("numbers") + mark;
    QStringList names;
    for (const auto& [name, count] : store.currencies()) names << toQString(name);
    return (names.isEmpty() ? Words::tr("amounts")
                            : Words::tr("amounts in %1").arg(names.join(Words::tr(" and ")))) +
           mark;
}

/// "1,210 of 1,214 cells are dates, such as “31.12.2023”. 4 cells are not, such as “soon”."
QString shareOf(const ColumnStore& store, const QString& kind) {
    const qint64 readable = store.values();
    const qint64 values = readable + store.misfits();
    QString sentence = readable == values
                           ? Words::tr("All %1 cells are %2").arg(counted(values), kind)
                           : Words::tr("%1 of %2 cells are %3").arg(counted(readable), counted(values), kind);
    sentence +=
        store.example().empty() ? Words::tr(".") : Words::tr(", such as “%1”.").arg(shown(store.example()));
    if (store.misfits() > 0)
        sentence += u' ' + Words::tr("Cells that are not: %1, such as “%2”.")
                               .arg(counted(store.misfits()), shown(store.odd()));
    return sentence;
}

QString separatorName(char separator) {
    return separator == '\n' ? Words::tr("a line break") : u'“' + QString(QLatin1Char(separator)) + u'”';
}

QString sentenceOf(const ColumnStore& store, const Column& column) {
    const qint64 values = store.values() + store.misfits();
    switch (column.type()) {
        case ColumnType::Date:
            return shareOf(store, dateKind(store));
        case ColumnType::Boolean:
            return shareOf(store, Words::tr("yes or no"));
        case ColumnType::Number:
        case ColumnType::Money:
        case ColumnType::Percent:
            return shareOf(store, numberKind(store, column.type()));
        case ColumnType::Category:
            return Words::tr("%1 cells hold %2 different texts, such as “%3”.")
                .arg(counted(values), counted(column.dictionary().size()), shown(store.example()));
        case ColumnType::Multi:
            return Words::tr("Cells hold several of %1 elements, with %2 between them, such as “%3”.")
                .arg(counted(column.dictionary().size()), separatorName(store.format().separator),
                     shown(store.example()));
        case ColumnType::Text:
            break;
    }
    return Words::tr("Texts of %1 cells hardly repeat, such as “%2”.")
        .arg(counted(values), shown(store.example()));
}

bool isNumberType(ColumnType type) {
    return type == ColumnType::Number || type == ColumnType::Money || type == ColumnType::Percent;
}

std::vector<TypeEvidence::Alternative> alternativesTo(ColumnType type, const TypeVotes& votes) {
    std::vector<TypeEvidence::Alternative> found;
    const auto add = [&](ColumnType other, qint64 cells) {
        const bool same = other == type || (isNumberType(other) && isNumberType(type));
        if (cells > 0 && !same) found.push_back({other, cells});
    };
    add(ColumnType::Number, std::max(votes.numbers, votes.durations));
    add(ColumnType::Date, votes.dates);
    add(ColumnType::Boolean, votes.yesNo);
    add(ColumnType::Multi, votes.lists);
    std::stable_sort(found.begin(), found.end(),
                     [](const auto& a, const auto& b) { return a.cells > b.cells; });
    return found;
}

/// What was doubtful, as further sentences.
QString doubts(const ColumnStore& store, const TypeEvidence& evidence, ColumnType type) {
    QString text;
    const ColumnFormat& format = store.format();
    if (evidence.ambiguous && type == ColumnType::Date)
        text += u' ' + Words::tr("No cell tells day and month apart, so the order is a guess.");
    else if (evidence.ambiguous)
        text += u' ' + Words::tr("No cell tells a decimal mark from a thousands mark, so this is a guess.");
    else if (type == ColumnType::Date && format.hintedOrder && store.numericOrder() > 0 &&
             store.decided() == 0)
        text += u' ' + Words::tr("The order of day and month is that of other dates in the file.");
    if (type == ColumnType::Date && store.shortYears() > 0)
        text += u' ' + Words::tr("Years of two digits count as 20xx up to 68, as 19xx from 69.");
    const bool textual = type == ColumnType::Text || type == ColumnType::Category;
    if (textual && !format.forced && !evidence.alternatives.empty()) {
        const TypeEvidence::Alternative& other = evidence.alternatives.front();
        const QString count = counted(other.cells);
        const QString all = counted(evidence.lookedAt);
        if (other.type == ColumnType::Number)
            text += u' ' + Words::tr("%1 of %2 cells looked at could be numbers.").arg(count, all);
        else if (other.type == ColumnType::Date)
            text += u' ' + Words::tr("%1 of %2 cells looked at could be dates.").arg(count, all);
        else if (other.type == ColumnType::Boolean)
            text += u' ' + Words::tr("%1 of %2 cells looked at could be yes or no.").arg(count, all);
    }
    return text;
}

}  // namespace

QString counted(qint64 count) { return QLocale(QLocale::English, QLocale::UnitedStates).toString(count); }

TypeEvidence evidenceOf(const ColumnStore& store, const Column& column) {
    const ColumnType type = column.type();
    const ColumnFormat& format = store.format();
    const qint64 values = store.values() + store.misfits();
    TypeEvidence evidence;
    evidence.unreadable = store.misfits();
    evidence.lookedAt = format.votes.values;
    if (values == 0) {
        evidence.sentence = Words::tr("The column holds no value.");
        return evidence;
    }
    evidence.example = toQString(store.example());
    evidence.alternatives = alternativesTo(type, format.votes);
    if (isNumberType(type)) {
        evidence.unit = unitName(format.unit);
        if (store.marked() > 0) evidence.decimal = QString(QLatin1Char(format.decimal));
        evidence.ambiguous = format.openMark && !format.hintedMark && store.marked() > 0;
    } else if (type == ColumnType::Date) {
        evidence.ambiguous =
            store.numericOrder() > 0 && store.decided() == 0 && !format.certainOrder && !format.hintedOrder;
    }
    const bool textual = type == ColumnType::Text || type == ColumnType::Category;
    if (format.forced)
        evidence.sentence = Words::tr("The type was chosen by hand.") + u' ';
    else if (!textual)
        evidence.sure = double(store.values()) / double(values) * (evidence.ambiguous ? 0.5 : 1);
    else if (!evidence.alternatives.empty() && evidence.lookedAt > 0)
        evidence.sure = 1 - 0.5 * double(evidence.alternatives.front().cells) / double(evidence.lookedAt);
    evidence.sentence += sentenceOf(store, column) + doubts(store, evidence, type);
    return evidence;
}

}  // namespace icp
