#include "core/analysis/tenure.h"

#include "core/base/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace icp {

namespace {

constexpr std::size_t fewest = 30;  // accounts that a rank correlation is made of
constexpr double follows = 0.7;     // of a rank correlation, from which one tells what the other does
constexpr double rises = 0.3;       // likewise, for what is named as if it added up

struct Tr {
    Q_DECLARE_TR_FUNCTIONS(icp::Tenure)
};

/// Words as folded() has them, with bars between, in the languages of the vocabulary of imports.
constexpr const char16_t* lengthsText =
    u"tenure|months since|days since|years since|weeks since|months active|months as|years as|"
    u"days as|customer age|account age|age of account|length of stay|customer lifetime|"
    u"subscription length|months on book|relationship age|laufzeit bisher|vertragsdauer|"
    u"kundendauer|vertragslaufzeit bisher|monate seit|tage seit|jahre seit|"
    u"betriebszugehorigkeit|dauer der kundenbeziehung|anciennete|mois depuis|jours depuis|"
    u"annees depuis|antiguedad|meses desde|dias desde|anos desde|tempo de casa|antiguidade|"
    u"tempo como cliente|anzianita|mesi da|giorni da|klantduur|maanden sinds|dagen sinds|"
    u"jaren sinds|staz klienta|miesiace od|dni od|manader sedan|dagar sedan|kundtid|"
    u"asiakkuuden kesto|kuukautta alusta|利用月数|契約月数|利用期間|在籍期間|継続月数|継続期間";
constexpr const char16_t* startsText =
    u"customer since|client since|member since|start date|contract start|signup date|"
    u"sign up date|signed up|join date|joined|onboarded|kunde seit|vertragsbeginn|startdatum|"
    u"client depuis|date de debut|cliente desde|fecha de inicio|fecha de alta|data de inicio|"
    u"cliente dal|data inizio|data di inizio|klant sinds|begindatum|klient od|"
    u"data rozpoczecia|kund sedan|asiakas alkaen|alkupaiva|契約開始日|利用開始日|契約日|入会日";
constexpr const char16_t* sumsText =
    u"total charges|total charged|total spend|total spent|total paid|total payments|"
    u"total billed|total invoiced|total orders|total purchases|total invoices|total sales|"
    u"total logins|total tickets|total sessions|lifetime value|lifetime revenue|"
    u"lifetime spend|ltv|clv|cumulative|to date|all time|number of invoices|number of orders|"
    u"number of payments|number of renewals|invoice count|order count|payment count|"
    u"renewal count|invoices paid|renewals|gesamtumsatz|gesamtausgaben|umsatz gesamt|"
    u"umsatz kumuliert|kumuliert|summe rechnungen|anzahl rechnungen|anzahl bestellungen|"
    u"anzahl zahlungen|anzahl verlangerungen|depenses totales|total des depenses|"
    u"total facture|cumule|nombre de factures|nombre de commandes|gasto total|total gastado|"
    u"total facturado|acumulado|numero de facturas|numero de pedidos|total gasto|"
    u"total faturado|spesa totale|totale fatturato|cumulato|numero di fatture|"
    u"numero di ordini|totale uitgaven|totaal besteed|cumulatief|aantal facturen|"
    u"aantal bestellingen|suma wydatkow|lacznie wydano|liczba faktur|liczba zamowien|"
    u"totalt spenderat|ackumulerad|antal fakturor|antal order|kokonaismyynti|kumulatiivinen|"
    u"laskujen maara|tilausten maara|累計|総額|請求回数|注文回数";

/// "TotalCharges" -> " total charges ".
QString lineOf(const QString& label) {
    QString apart;
    for (qsizetype i = 0; i < label.size(); ++i) {
        if (i > 0 && label[i].isUpper() && label[i - 1].isLower()) apart += u' ';
        apart += label[i];
    }
    return u' ' + folded(apart) + u' ';
}

QStringList wordsOf(const char16_t* words) { return QString::fromUtf16(words).split(u'|'); }

bool saysOne(const QString& line, const QStringList& list) {
    return std::any_of(list.begin(), list.end(), [&](const QString& word) {
        const bool spaced = word.front().unicode() < 0x3000;  // Japanese writes no spaces
        return line.contains(spaced ? u' ' + word + u' ' : word);
    });
}

enum class Naming { None, Length, Start, Sum };

Naming namingOf(const Attribute& attribute, const Column& column) {
    if (attribute.entity != Entity::Account) return Naming::None;
    static const QStringList lengths = wordsOf(lengthsText);
    static const QStringList starts = wordsOf(startsText);
    static const QStringList sums = wordsOf(sumsText);
    const QString line = lineOf(attribute.label);
    if (!column.isNumeric())  // "Tenure group: 1-12 months"
        return column.type() == ColumnType::Category && saysOne(line, lengths) ? Naming::Length
                                                                               : Naming::None;
    if (column.type() == ColumnType::Date)
        return attribute.name == u"account.customer_since" || attribute.name == u"account.created" ||
                       saysOne(line, starts)
                   ? Naming::Start
                   : Naming::None;
    if (attribute.name == u"account.derived_age") return Naming::Start;
    // What an account is worth in its life adds up, whatever the vendor calls it.
    if (attribute.name == u"account.ltv" || saysOne(line, sums)) return Naming::Sum;
    return column.type() != ColumnType::Percent && saysOne(line, lengths) ? Naming::Length : Naming::None;
}

/// Places of ascending values from 0, ties sharing their middle.
std::vector<double> ranksOf(const std::vector<double>& values) {
    std::vector<std::size_t> order(values.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::sort(order.begin(), order.end(),
              [&](std::size_t a, std::size_t b) { return values[a] < values[b]; });
    std::vector<double> rank(values.size());
    for (std::size_t i = 0; i < order.size();) {
        std::size_t end = i + 1;
        while (end < order.size() && values[order[end]] == values[order[i]]) ++end;
        const double middle = double(i + end - 1) / 2;
        for (; i < end; ++i) rank[order[i]] = middle;
    }
    return rank;
}

/// Spearman 1904, over accounts whose state is known; nothing for too few, or where one of both is constant.
std::optional<double> rankCorrelation(const Dataset& dataset, const Column& one, const Column& other) {
    std::vector<double> a;
    std::vector<double> b;
    for (std::size_t row = 0; row < dataset.accountState.size(); ++row) {
        if (dataset.accountState[row] == AccountState::Unknown || one.isMissing(row) || other.isMissing(row))
            continue;
        a.push_back(one.numbers()[row]);
        b.push_back(other.numbers()[row]);
    }
    if (a.size() < fewest) return std::nullopt;
    a = ranksOf(a);
    b = ranksOf(b);
    const double mean = double(a.size() - 1) / 2;
    double both = 0;
    double ofA = 0;
    double ofB = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        both += (a[i] - mean) * (b[i] - mean);
        ofA += (a[i] - mean) * (a[i] - mean);
        ofB += (b[i] - mean) * (b[i] - mean);
    }
    if (ofA == 0 || ofB == 0) return std::nullopt;
    return both / std::sqrt(ofA * ofB);
}

/// The column that tells best how long somebody has been a customer, and how strongly another follows it.
struct Clock {
    const Attribute* attribute = nullptr;
    double correlation = 0;  ///< of the later start with less time, so that it is positive where both grow
};

/// `any` = the number of clocks it could be compared with.
Clock closestClock(const Dataset& dataset, const Attribute& attribute, int& any) {
    Clock best;
    const Column& column = dataset.column(attribute);
    for (const Attribute& other : dataset.accounts.attributes) {
        if (other.name == attribute.name || other.column < 0) continue;
        const Column& clock = dataset.column(other);
        if (!clock.isNumeric()) continue;
        const Naming naming = namingOf(other, clock);
        if (naming != Naming::Length && naming != Naming::Start) continue;
        const auto found = rankCorrelation(dataset, column, clock);
        if (!found) continue;
        ++any;
        const double sign = clock.type() == ColumnType::Date ? -1 : 1;
        if (best.attribute == nullptr || std::abs(*found) > std::abs(best.correlation))
            best = {&other, sign * *found};
    }
    return best;
}

bool isAboutStaying(const Study& study) {
    return study.outcome == Outcome::Retained ||
           (study.outcome == Outcome::Blend &&
            std::any_of(study.blend.begin(), study.blend.end(),
                        [](const BlendPart& part) { return part.outcome == Outcome::Retained; }));
}

}  // namespace

bool isTimeAsCustomer(const Attribute& attribute, const Column& column) {
    return namingOf(attribute, column) == Naming::Length;
}

QString growsWithStaying(const Dataset& dataset, const Attribute& attribute) {
    if (attribute.entity != Entity::Account || attribute.column < 0) return {};
    const Column& column = dataset.column(attribute);
    const Naming naming = namingOf(attribute, column);
    if (naming == Naming::Length)
        return Tr::tr(
            "It counts how long somebody has stayed: who left early had no time to reach a high "
            "figure, so it repeats the outcome and does not explain it.");
    if (naming == Naming::Start)
        return Tr::tr(
            "It says when somebody came: who came earlier had more time to leave, so it tells of "
            "time rather than of the kind of customer.");
    if (!column.isNumeric()) return {};
    int clocks = 0;
    const Clock clock = closestClock(dataset, attribute, clocks);
    const QString strength = QString::number(clock.correlation, 'f', 2);
    if (naming == Naming::Sum && clocks == 0)
        return Tr::tr(
            "It adds up for as long as somebody stays: who left early had no time to reach a high "
            "figure, so it repeats the outcome and does not explain it.");
    if (naming == Naming::Sum && clock.correlation >= rises)
        return Tr::tr(
                   "It adds up for as long as somebody stays (rank correlation with %1 %2): who left early "
                   "had no time to reach a high figure, so it repeats the outcome and does not explain it.")
            .arg(clock.attribute->label, strength);
    if (std::abs(clock.correlation) >= follows)
        return Tr::tr(
                   "It follows %1 closely (rank correlation %2), which counts how long somebody has been a "
                   "customer, so it may repeat the outcome instead of explaining it.")
            .arg(clock.attribute->label, strength);
    return {};
}

void cautionWhatGrowsWithStaying(Findings& findings, const Dataset& dataset) {
    if (!isAboutStaying(findings.study)) return;
    for (AttributeProfile& profile : findings.attributes) {
        const Attribute* attribute = dataset.find(profile.name);
        const QString why = attribute == nullptr ? QString() : growsWithStaying(dataset, *attribute);
        if (why.isEmpty()) continue;
        profile.circular = true;
        profile.caution += profile.caution.isEmpty() ? why : u' ' + why;
    }
}

}  // namespace icp
