#include "core/import/vendors.h"

#include "core/import/mapping.h"

#include <algorithm>
#include <cmath>

namespace icp {

namespace {

constexpr double doubtful = 0.75;

/// How many headers only this vendor writes.
int hitsOf(const VendorProfile& vendor, const std::vector<Header>& headers) {
    return int(std::count_if(headers.begin(), headers.end(), [&](const Header& header) {
        const auto any = [](const QStringList& list, auto matches) {
            return std::any_of(list.begin(), list.end(), matches);
        };
        return vendor.distinctive.contains(header.forms.empty() ? QString() : header.forms.front().key) ||
               any(vendor.beginning,
                   [&](const QString& part) { return header.text.startsWith(part, Qt::CaseInsensitive); }) ||
               any(vendor.ending, [&](const QString& part) { return header.text.endsWith(part); }) ||
               any(vendor.containing, [&](const QString& part) { return header.text.contains(part); });
    }));
}

double rounded(double share) { return std::round(100 * share) / 100; }

/// How sure so many headers of one vendor make, and so many of the next best.
double sureOf(int hits, int others, int all) {
    return rounded(double(hits) / double(hits + others) * (1 - std::pow(0.6, all)));
}

}  // namespace

std::pair<QString, double> findVendor(const std::vector<Header>& headers, const Profiles& profiles) {
    QString best = QStringLiteral("generic");
    int most = 1;
    int second = 0;
    for (const VendorProfile& vendor : profiles.vendors) {
        const int hits = hitsOf(vendor, headers);
        if (hits > most) {
            second = best == u"generic" ? second : most;
            most = hits;
            best = vendor.name;
        } else {
            second = std::max(second, hits);
        }
    }
    if (best == u"generic") return {best, second == 0 ? 0.9 : 0.6};
    return {best, sureOf(most, second, most)};
}

void agreeOnVendor(std::vector<UnderstoodFile>& files, const Profiles& profiles) {
    QString agreed;
    for (const UnderstoodFile& one : files) {
        const FileMapping& mapping = one.mapped.mapping;
        if (!one.used || mapping.vendor == u"generic" || mapping.vendorSure < doubtful) continue;
        if (!agreed.isEmpty() && agreed != mapping.vendor) return;
        agreed = mapping.vendor;
    }
    if (agreed.isEmpty()) return;
    std::vector<std::pair<int, int>> hits;  // of it, and of the next best
    int all = 0;
    for (const UnderstoodFile& one : files) {
        std::vector<Header> headers;
        for (const Table::Field& field : one.mapped.typed.table.fields)
            headers.push_back(parseHeader(field.header));
        std::pair<int, int> here;
        for (const VendorProfile& vendor : profiles.vendors)
            if (vendor.name == agreed)
                here.first = hitsOf(vendor, headers);
            else
                here.second = std::max(here.second, hitsOf(vendor, headers));
        hits.push_back(here);
        all += one.used ? here.first : 0;
    }
    for (std::size_t i = 0; i < files.size(); ++i) {
        FileMapping& mapping = files[i].mapped.mapping;
        const auto [own, other] = hits[i];
        const bool sure = mapping.vendor != u"generic" && mapping.vendorSure >= doubtful;
        if (!files[i].used || sure || own == 0 || other > own) continue;
        mapping.vendor = agreed;
        mapping.vendorSure = sureOf(own, other, all);
    }
}

}  // namespace icp
