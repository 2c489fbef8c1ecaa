#include "ui/stations/import/columnverdict.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

namespace icp::ui {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("icp::ui::ColumnVerdict", text); }

struct Verdict {
    QLatin1StringView name;
    const char* title;
};
constexpr std::array<Verdict, 12> known{
    {{QLatin1StringView("useful"), QT_TRANSLATE_NOOP("icp::ui::ColumnVerdict", "Useful")},
     {QLatin1StringView("leak"), QT_TRANSLATE_NOOP("icp::ui::ColumnVerdict", "Knows the result")},
     {QLatin1StringView("hidden"), QT_TRANSLATE_NOOP("icp::ui::ColumnVerdict", "Left out")},
     {QLatin1StringView("empty"), QT_TRANSLATE_NOOP("icp::ui::ColumnVerdict", "Empty")},
     {QLatin1StringView("nearly-empty"), QT_TRANSLATE_NOOP("icp::ui::ColumnVerdict", "Nearly empty")},
     {QLatin1StringView("constant"), QT_TRANSLATE_NOOP("icp::ui::ColumnVerdict", "Always the same")},
     {QLatin1StringView("duplicate"), QT_TRANSLATE_NOOP("icp::ui::ColumnVerdict", "Same as another")},
     {QLatin1StringView("unique"), QT_TRANSLATE_NOOP("icp::ui::ColumnVerdict", "Different in every row")},
     {QLatin1StringView("free-text"), QT_TRANSLATE_NOOP("icp::ui::ColumnVerdict", "Free text")},
     {QLatin1StringView("key"), QT_TRANSLATE_NOOP("icp::ui::ColumnVerdict", "Joins rows")},
     {QLatin1StringView("outcome"), QT_TRANSLATE_NOOP("icp::ui::ColumnVerdict", "Says the result")},
     {QLatin1StringView("description"), QT_TRANSLATE_NOOP("icp::ui::ColumnVerdict", "Shown only")}}};

}  // namespace

const Attribute* attributeOf(const Dataset& dataset, const ColumnInfo& info) {
    return info.attribute.isEmpty() ? nullptr : dataset.find(info.attribute);
}

bool isLeftOut(const Attribute* attribute) { return !attribute || attribute->use == AttributeUse::LeftOut; }

QString verdictOf(const Dataset& dataset, const ColumnInfo& info) {
    const Attribute* attribute = attributeOf(dataset, info);
    if (!attribute) return info.verdict.isEmpty() ? QStringLiteral("hidden") : info.verdict;
    switch (attribute->use) {
        case AttributeUse::Feature:
            return QStringLiteral("useful");
        case AttributeUse::Key:
            return QStringLiteral("key");
        case AttributeUse::Outcome:
            return QStringLiteral("outcome");
        case AttributeUse::Description:
            return info.verdict == u"unique" || info.verdict == u"free-text" ? info.verdict
                                                                             : QStringLiteral("description");
        case AttributeUse::LeftOut:
            break;
    }
    const QString& verdict = info.verdict.isEmpty() ? attribute->verdict : info.verdict;
    // Left out by the user, whatever it was before.
    const bool chosen = attribute->reason != info.why && !info.verdict.isEmpty();
    return verdict == u"useful" || chosen ? QStringLiteral("hidden")
           : verdict.isEmpty()            ? QStringLiteral("leak")
                                          : verdict;
}

QString verdictTitle(const QString& verdict) {
    for (const Verdict& one : known)
        if (one.name == verdict) return tr(one.title);
    return verdict;
}

QStringList verdicts() {
    QStringList names;
    for (const Verdict& one : known) names << one.name;
    return names;
}

QStringList leakingHeaders(const Dataset& dataset, const SourceFile& file) {
    QStringList headers;
    for (const ColumnInfo& info : file.columnInfo)
        if (verdictOf(dataset, info) == u"leak") headers << info.header;
    return headers;
}

QStringList columnSentences(const ColumnInfo& info, const QString& reason) {
    QStringList sentences{info.evidence};
    if (!reason.isEmpty()) sentences << reason;
    if (info.valid >= 0)
        sentences << tr("%1% of its values should still hold.").arg(int(std::floor(info.valid * 100)));
    sentences.removeAll(QString());
    return sentences;
}

}  // namespace icp::ui
