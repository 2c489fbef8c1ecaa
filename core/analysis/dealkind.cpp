#include "core/analysis/dealkind.h"

#include "core/base/text.h"

#include <QStringList>

#include <algorithm>

namespace icp {

namespace {

/// Whether one of the words, or of the phrases, stands in the text as a whole.
bool speaksOf(const QString& text, const QStringList& words) {
    const QString padded = u' ' + folded(text) + u' ';
    return std::any_of(words.begin(), words.end(),
                       [&](const QString& word) { return padded.contains(u' ' + word + u' '); });
}

bool isRepeat(const QString& type) {
    static const QStringList words{QStringLiteral("renewal"),
                                   QStringLiteral("renewals"),
                                   QStringLiteral("renew"),
                                   QStringLiteral("upsell"),
                                   QStringLiteral("up sell"),
                                   QStringLiteral("upgrade"),
                                   QStringLiteral("cross sell"),
                                   QStringLiteral("crosssell"),
                                   QStringLiteral("expansion"),
                                   QStringLiteral("extension"),
                                   QStringLiteral("add on"),
                                   QStringLiteral("addon"),
                                   QStringLiteral("existing"),
                                   QStringLiteral("existingbusiness"),
                                   QStringLiteral("existing business"),
                                   QStringLiteral("repeat"),
                                   QStringLiteral("replacement"),
                                   QStringLiteral("downgrade"),
                                   QStringLiteral("verlangerung"),
                                   QStringLiteral("erweiterung"),
                                   QStringLiteral("bestandskunde"),
                                   QStringLiteral("bestandsgeschaft"),
                                   QStringLiteral("renouvellement"),
                                   QStringLiteral("client existant"),
                                   QStringLiteral("renovacion"),
                                   QStringLiteral("ampliacion"),
                                   QStringLiteral("cliente existente"),
                                   QStringLiteral("renovacao"),
                                   QStringLiteral("expansao")};
    return speaksOf(type, words);
}

bool isNew(const QString& type) {
    static const QStringList words{
        QStringLiteral("new"),          QStringLiteral("newbusiness"), QStringLiteral("first"),
        QStringLiteral("new business"), QStringLiteral("initial"),     QStringLiteral("neu"),
        QStringLiteral("neugeschaft"),  QStringLiteral("neukunde"),    QStringLiteral("nouveau"),
        QStringLiteral("nouvelle"),     QStringLiteral("nuevo"),       QStringLiteral("nueva"),
        QStringLiteral("novo"),         QStringLiteral("nova")};
    return speaksOf(type, words);
}

}  // namespace

Bitmap repeatBusiness(const Dataset& dataset) {
    Bitmap result(dataset.deals.rows());
    const Column* type = dataset.column(u"deal.type");
    if (type == nullptr || !type->isCoded() || type->type() == ColumnType::Boolean) return result;
    std::vector<bool> repeats;
    bool anyNew = false;
    for (std::uint32_t code = 0; code < type->dictionary().size(); ++code) {
        const QString text = toQString(type->dictionary().at(code));
        repeats.push_back(isRepeat(text));
        anyNew = anyNew || (isNew(text) && !repeats.back());
    }
    if (!anyNew) return result;
    for (std::size_t row = 0; row < result.size(); ++row)
        if (!type->isMissing(row) && repeats[type->codes()[row]]) result.set(row);
    return result;
}

}  // namespace icp
