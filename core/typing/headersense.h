#pragma once

#include <QString>

namespace icp {

/// What the name of a column says about its cells, where the cells alone leave it open. Words are looked for
/// in the interface languages, in "camelCase" as well.
struct HeaderSense {
    explicit HeaderSense(const QString& header);

    bool names = false;      ///< its digits name something and are never added up: ids, postcodes, telephones
    bool counts = false;     ///< how many there are
    bool asks = false;       ///< "Is open", "Has licence", "Active?"
    bool tellsTime = false;  ///< a point in time: "Close date", "created_at", "Timestamp"
    bool clock = false;      ///< a time of day
    bool lasts = false;      ///< a length of time
    bool seconds = false;    ///< HubSpot's "Time in ..." properties, which are in seconds
    bool prose = false;      ///< names, addresses and sentences, in which a comma separates nothing
};

}  // namespace icp
