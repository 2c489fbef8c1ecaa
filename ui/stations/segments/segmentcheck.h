#pragma once

#include "core/analysis/findings.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace icp::ui {

class MethodFold;
class RateBar;
class Text;

/// Whether a segment found in older data holds in the newest, which were kept aside: two bars and a sentence.
class SegmentCheck : public Card {
    Q_OBJECT
public:
    explicit SegmentCheck(QWidget* parent = nullptr);

    /// `sealed`: nobody asked yet what the newest data say. `method`: how it was computed.
    void showSegment(const Segment& segment, const Findings& findings, bool sealed = false,
                     const QString& method = {});

Q_SIGNALS:
    void openRequested();

private:
    void showSeal(const Findings& findings, bool sealed);
    void showProof(const Segment& segment, const Findings& findings);

    Text* m_sentence;
    Text* m_olderText;
    RateBar* m_older;
    Text* m_newerText;
    RateBar* m_newer;
    Text* m_base;
    Text* m_caution;  ///< where a condition may follow the result
    Text* m_proof;    ///< whether it may be chance, and how often it is found again
    Text* m_seal;
    QPushButton* m_open;
    MethodFold* m_method;
};

}  // namespace icp::ui
