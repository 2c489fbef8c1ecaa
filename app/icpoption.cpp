#include "app/icpoption.h"

#include <QCoreApplication>

namespace icp {

Result<const Icp*> chosenIcp(const Workshop& workshop, const QString& wanted) {
    if (wanted.isEmpty()) return workshop.presented();
    if (const Icp* icp = workshop.icp(wanted)) return icp;
    return fail(ErrorCode::Usage,
                QCoreApplication::translate("icp::IcpOption", "This workshop has no ICP “%1”.").arg(wanted));
}

}  // namespace icp
