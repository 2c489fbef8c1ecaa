#include "core/import/leaks.h"

#include <QCoreApplication>
#include <QHash>

namespace icp {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(icp::Leaks)
};

bool matches(const LeakRule& rule, const Header& header) {
    for (const Header::Form& form : header.forms)
        if (form.sure > 0.9 && rule.headers.contains(form.key)) return true;
    for (const QString& beginning : rule.beginning)
        if (header.text.startsWith(beginning, Qt::CaseInsensitive)) return true;
    for (const QString& phrase : rule.containing)
        if (hasPhrase(header.line, phrase)) return true;
    return false;
}

QString firstMatch(const std::vector<LeakRule>& rules, const Header& header, Entity entity) {
    for (const LeakRule& rule : rules)
        if (rule.on.contains(int(entity)) && matches(rule, header)) return rule.reason;
    return {};
}

}  // namespace

QString leakReason(const QString& code) {
    if (code == u"likelihood")
        return Words::tr("Sales sets it by how likely the deal looks, so it knows the result.");
    if (code == u"after-close")
        return Words::tr("It is filled in when a deal closes, so it knows the result.");
    if (code == u"close-date")
        return Words::tr("It depends on when the deal closed, which nobody knows beforehand.");
    if (code == u"amount")
        return Words::tr(
            "Amounts are settled at the close and are often zero for lost deals, so they follow the result.");
    if (code == u"lifecycle")
        return Words::tr("It changes when an account becomes a customer, so it knows the result.");
    if (code == u"rating")
        return Words::tr("Sales rates accounts while selling to them, so the rating knows the result.");
    if (code == u"activity")
        return Words::tr(
            "Activities pile up while a deal is worked on: they follow the result rather than explain it.");
    if (code == u"survey")
        return Words::tr("People say it once they know the product, so it follows the result.");
    if (code == u"churn") return Words::tr("It is known only once a customer leaves.");
    if (code == u"bookkeeping")
        return Words::tr("The CRM keeps it for itself; it says nothing about the customer.");
    if (code == u"ongoing")
        return Words::tr(
            "Sales fills it in and changes it while a deal goes on, so it may follow the result: ask what it "
            "said at the start.");
    if (code == u"seller") return Words::tr("It says who sold, not who bought.");
    return {};
}

QString knownLeak(const Header& header, Entity entity, const Profiles& profiles) {
    return firstMatch(profiles.leaks, header, entity);
}

QString knownCaution(const Header& header, Entity entity, const Profiles& profiles) {
    return firstMatch(profiles.cautions, header, entity);
}

}  // namespace icp
