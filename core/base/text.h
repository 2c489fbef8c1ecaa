#pragma once

#include <QString>

#include <string_view>

namespace icp {

/// For comparing headers and names: lower case, no diacritics, no punctuation, single spaces, no BOM.
/// "Größe (Mitarbeiter)*" -> "grosse mitarbeiter"; letters of other scripts stay.
QString folded(QStringView text);

/// A stable identifier out of a header: folded, spaces as '_'. "Annual Revenue" -> "annual_revenue". Never empty.
QString slug(QStringView text);

/// A company name without legal suffix, folded: "Müller & Söhne GmbH" -> "muller sohne". For linking by name.
QString companyKey(QStringView name);

/// Host of a URL, e-mail address or bare domain, lower case, without "www.": "https://www.Acme.co.uk/x" -> "acme.co.uk".
/// Empty when there is none.
QString domainOf(QStringView text);

/// Whether `domain` hands out addresses to everybody (gmail.com, web.de ...), so that it says nothing of the company.
bool isFreeMail(QStringView domain);

inline QString toQString(std::string_view text) { return QString::fromUtf8(text.data(), qsizetype(text.size())); }

}  // namespace icp
