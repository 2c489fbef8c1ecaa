#include "ui/stations/import/words.h"

#include "core/base/text.h"
#include "core/import/profiles.h"
#include "core/table/years.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include <cmath>

namespace icp::ui {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("icp::ui::Import", text); }

QString numberText(double value) {
    const QLocale locale;
    if (value == std::floor(value) && std::abs(value) < 1e15) return locale.toString(qint64(value));
    return locale.toString(value, 'f', std::abs(value) < 10 ? 2 : 1);
}

/// What people call attributes here, in words that can be translated. The rest goes by its own label.
constexpr struct {
    const char* name;
    const char* label;
} labels[] = {{"account.id", QT_TRANSLATE_NOOP("icp::ui::Import", "Account ID")},
              {"account.name", QT_TRANSLATE_NOOP("icp::ui::Import", "Company name")},
              {"account.domain", QT_TRANSLATE_NOOP("icp::ui::Import", "Website")},
              {"account.industry", QT_TRANSLATE_NOOP("icp::ui::Import", "Industry")},
              {"account.employees", QT_TRANSLATE_NOOP("icp::ui::Import", "Employees")},
              {"account.revenue", QT_TRANSLATE_NOOP("icp::ui::Import", "Annual revenue")},
              {"account.country", QT_TRANSLATE_NOOP("icp::ui::Import", "Country")},
              {"account.region", QT_TRANSLATE_NOOP("icp::ui::Import", "Region")},
              {"account.city", QT_TRANSLATE_NOOP("icp::ui::Import", "City")},
              {"account.founded", QT_TRANSLATE_NOOP("icp::ui::Import", "Founded")},
              {"account.type", QT_TRANSLATE_NOOP("icp::ui::Import", "Type")},
              {"account.ownership", QT_TRANSLATE_NOOP("icp::ui::Import", "Ownership")},
              {"account.parent", QT_TRANSLATE_NOOP("icp::ui::Import", "Parent company")},
              {"account.owner", QT_TRANSLATE_NOOP("icp::ui::Import", "Owner")},
              {"account.created", QT_TRANSLATE_NOOP("icp::ui::Import", "Created on")},
              {"account.source", QT_TRANSLATE_NOOP("icp::ui::Import", "Source")},
              {"account.technologies", QT_TRANSLATE_NOOP("icp::ui::Import", "Technologies")},
              {"account.mrr", QT_TRANSLATE_NOOP("icp::ui::Import", "Monthly revenue (MRR)")},
              {"account.acv", QT_TRANSLATE_NOOP("icp::ui::Import", "Yearly value (ACV)")},
              {"account.ltv", QT_TRANSLATE_NOOP("icp::ui::Import", "Lifetime value (LTV)")},
              {"account.churned", QT_TRANSLATE_NOOP("icp::ui::Import", "Has left")},
              {"account.churn_date", QT_TRANSLATE_NOOP("icp::ui::Import", "Left on")},
              {"account.customer_since", QT_TRANSLATE_NOOP("icp::ui::Import", "Customer since")},
              {"account.nps", QT_TRANSLATE_NOOP("icp::ui::Import", "Recommends us (NPS)")},
              {"deal.id", QT_TRANSLATE_NOOP("icp::ui::Import", "Deal ID")},
              {"deal.name", QT_TRANSLATE_NOOP("icp::ui::Import", "Deal name")},
              {"deal.account_id", QT_TRANSLATE_NOOP("icp::ui::Import", "Account ID")},
              {"deal.account_name", QT_TRANSLATE_NOOP("icp::ui::Import", "Company name")},
              {"deal.account_domain", QT_TRANSLATE_NOOP("icp::ui::Import", "Website")},
              {"deal.stage", QT_TRANSLATE_NOOP("icp::ui::Import", "Stage")},
              {"deal.status", QT_TRANSLATE_NOOP("icp::ui::Import", "Result")},
              {"deal.is_won", QT_TRANSLATE_NOOP("icp::ui::Import", "Is won")},
              {"deal.is_closed", QT_TRANSLATE_NOOP("icp::ui::Import", "Is closed")},
              {"deal.amount", QT_TRANSLATE_NOOP("icp::ui::Import", "Amount")},
              {"deal.currency", QT_TRANSLATE_NOOP("icp::ui::Import", "Currency")},
              {"deal.close_date", QT_TRANSLATE_NOOP("icp::ui::Import", "Closed on")},
              {"deal.create_date", QT_TRANSLATE_NOOP("icp::ui::Import", "Created on")},
              {"deal.owner", QT_TRANSLATE_NOOP("icp::ui::Import", "Owner")},
              {"deal.source", QT_TRANSLATE_NOOP("icp::ui::Import", "Source")},
              {"deal.type", QT_TRANSLATE_NOOP("icp::ui::Import", "Type")},
              {"deal.pipeline", QT_TRANSLATE_NOOP("icp::ui::Import", "Pipeline")},
              {"deal.lost_reason", QT_TRANSLATE_NOOP("icp::ui::Import", "Lost because")},
              {"deal.won_reason", QT_TRANSLATE_NOOP("icp::ui::Import", "Won because")},
              {"deal.probability", QT_TRANSLATE_NOOP("icp::ui::Import", "Probability")},
              {"deal.product", QT_TRANSLATE_NOOP("icp::ui::Import", "Product")},
              {"contact.id", QT_TRANSLATE_NOOP("icp::ui::Import", "Contact ID")},
              {"contact.account_id", QT_TRANSLATE_NOOP("icp::ui::Import", "Account ID")},
              {"contact.account_name", QT_TRANSLATE_NOOP("icp::ui::Import", "Company name")},
              {"contact.email", QT_TRANSLATE_NOOP("icp::ui::Import", "E-mail address")},
              {"contact.first_name", QT_TRANSLATE_NOOP("icp::ui::Import", "First name")},
              {"contact.last_name", QT_TRANSLATE_NOOP("icp::ui::Import", "Last name")},
              {"contact.name", QT_TRANSLATE_NOOP("icp::ui::Import", "Full name")},
              {"contact.title", QT_TRANSLATE_NOOP("icp::ui::Import", "Job title")},
              {"contact.department", QT_TRANSLATE_NOOP("icp::ui::Import", "Department")},
              {"contact.seniority", QT_TRANSLATE_NOOP("icp::ui::Import", "Seniority")},
              {"usage.account_id", QT_TRANSLATE_NOOP("icp::ui::Import", "Account ID")},
              {"usage.account_name", QT_TRANSLATE_NOOP("icp::ui::Import", "Company name")},
              {"usage.users", QT_TRANSLATE_NOOP("icp::ui::Import", "Users")},
              {"usage.workflows", QT_TRANSLATE_NOOP("icp::ui::Import", "Workflows")},
              {"usage.features", QT_TRANSLATE_NOOP("icp::ui::Import", "Features")},
              {"usage.date", QT_TRANSLATE_NOOP("icp::ui::Import", "Measured on")}};

QString labelOf(const Attribute& attribute) {
    for (const auto& [name, label] : labels)
        if (attribute.name == QLatin1StringView(name)) return tr(label);
    return attribute.label;
}

}  // namespace

std::vector<KnownAttribute> knownAttributes(Entity entity) {
    const Result<Profiles>& profiles = loadProfiles();
    std::vector<KnownAttribute> result;
    if (!profiles) return result;
    for (const StandardAttribute& attribute : profiles->attributes)
        if (attribute.shape.entity == entity)
            result.push_back({attribute.shape.name, labelOf(attribute.shape)});
    return result;
}

QString entityTitle(Entity entity) {
    switch (entity) {
        case Entity::Account:
            return tr("Accounts");
        case Entity::Deal:
            return tr("Deals");
        case Entity::Contact:
            return tr("Contacts");
        case Entity::Usage:
            return tr("Usage");
    }
    return {};
}

QString entityIcon(Entity entity) {
    switch (entity) {
        case Entity::Account:
            return QStringLiteral("building");
        case Entity::Deal:
            return QStringLiteral("money");
        case Entity::Contact:
            return QStringLiteral("personas");
        case Entity::Usage:
            return QStringLiteral("cursor");
    }
    return {};
}

QString typeTitle(ColumnType type) {
    switch (type) {
        case ColumnType::Text:
            return tr("Text");
        case ColumnType::Category:
            return tr("Category");
        case ColumnType::Number:
            return tr("Number");
        case ColumnType::Money:
            return tr("Money");
        case ColumnType::Percent:
            return tr("Percent");
        case ColumnType::Date:
            return tr("Date");
        case ColumnType::Boolean:
            return tr("Yes or no");
        case ColumnType::Multi:
            return tr("Several values");
    }
    return {};
}

QString vendorTitle(const QString& vendor) {
    static const std::pair<QLatin1StringView, const char*> names[] = {
        {QLatin1StringView("hubspot"), "HubSpot"},       {QLatin1StringView("salesforce"), "Salesforce"},
        {QLatin1StringView("pipedrive"), "Pipedrive"},   {QLatin1StringView("zoho"), "Zoho"},
        {QLatin1StringView("dynamics"), "Dynamics 365"}, {QLatin1StringView("apollo"), "Apollo"}};
    for (const auto& [id, name] : names)
        if (vendor == id) return QString::fromLatin1(name);
    return {};
}

QString formatTitle(const QString& format) {
    static const std::pair<QLatin1StringView, const char*> names[] = {
        {QLatin1StringView("xlsx"), QT_TRANSLATE_NOOP("icp::ui::Import", "Excel")},
        {QLatin1StringView("xls"), QT_TRANSLATE_NOOP("icp::ui::Import", "Excel")},
        {QLatin1StringView("xml"), QT_TRANSLATE_NOOP("icp::ui::Import", "Excel")},
        {QLatin1StringView("ods"), QT_TRANSLATE_NOOP("icp::ui::Import", "OpenDocument")},
        {QLatin1StringView("html"), QT_TRANSLATE_NOOP("icp::ui::Import", "Web page")},
        {QLatin1StringView("sqlite"), QT_TRANSLATE_NOOP("icp::ui::Import", "Database")},
        {QLatin1StringView("postgresql"), QT_TRANSLATE_NOOP("icp::ui::Import", "Database")}};
    for (const auto& [id, name] : names)
        if (format == id) return tr(name);
    return {};
}

QString delimiterTitle(const QString& delimiter) {
    if (delimiter == u",") return tr("comma");
    if (delimiter == u";") return tr("semicolon");
    if (delimiter == u"\t") return tr("tab");
    if (delimiter == u"|") return tr("bar");
    return delimiter;
}

QString decimalTitle(const QString& decimal) {
    if (decimal == u".") return tr("decimal point");
    if (decimal == u",") return tr("decimal comma");
    return {};
}

QString cellText(const Column& column, std::size_t row, bool years) {
    if (column.isMissing(row)) return {};
    switch (column.type()) {
        case ColumnType::Number:
            if (years && isYear(column.numbers()[row])) return QString::number(int(column.numbers()[row]));
            return numberText(column.numbers()[row]);
        case ColumnType::Money:
            return numberText(column.numbers()[row]);
        case ColumnType::Percent:
            return numberText(column.numbers()[row] * 100) + QStringLiteral("%");
        case ColumnType::Date:
            return QLocale().toString(QDate(1970, 1, 1).addDays(qint64(std::floor(column.numbers()[row]))),
                                      QStringLiteral("d MMM yyyy"));
        case ColumnType::Boolean:
            return column.codes()[row] ? tr("yes") : tr("no");
        default:
            return toQString(column.display(row));
    }
}

}  // namespace icp::ui
