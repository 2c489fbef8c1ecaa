#include "core/analysis/testwords.h"

#include <QCoreApplication>

#include <array>

namespace icp {

namespace {

struct Entry {
    const char* name;
    const char* words;
};

constexpr const char* context = "icp::TestWords";

constexpr std::array<Entry, 8> table{{
    {"chi-square", QT_TRANSLATE_NOOP("icp::TestWords", "chi-square test")},
    {"fisher", QT_TRANSLATE_NOOP("icp::TestWords", "exact test (Fisher)")},
    {"permutation", QT_TRANSLATE_NOOP("icp::TestWords", "chi-square test by reshuffling (permutation)")},
    {"permutation-cuts",
     QT_TRANSLATE_NOOP(
         "icp::TestWords",
         "chi-square test over ranges chosen by the outcome, paid for by reshuffling whole accounts")},
    {"rao-scott",
     QT_TRANSLATE_NOOP("icp::TestWords",
                       "chi-square test with deals of one account counted together (Rao-Scott)")},
    {"kruskal-wallis", QT_TRANSLATE_NOOP("icp::TestWords", "comparison of ranks (Kruskal-Wallis)")},
    {"cramers-v", QT_TRANSLATE_NOOP("icp::TestWords", "strength of association (Cramér’s V)")},
    {"epsilon-squared", QT_TRANSLATE_NOOP("icp::TestWords", "share of rank differences explained (ε²)")},
}};

QString wordsFor(const QString& name) {
    for (const Entry& entry : table)
        if (name == QLatin1String(entry.name)) return QCoreApplication::translate(context, entry.words);
    return name;
}

}  // namespace

QString testWords(const AttributeProfile& profile) { return wordsFor(profile.test); }
QString effectWords(const AttributeProfile& profile) { return wordsFor(profile.effectName); }

}  // namespace icp
