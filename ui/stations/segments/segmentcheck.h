#pragma once

#include "core/analysis/findings.h"
#include "ui/widgets/card.h"

namespace icp::ui {

class RateBar;
class Text;

/// Whether a segment found in older data holds in the newest, which were kept aside: two bars and a sentence.
class SegmentCheck : public Card {
    Q_OBJECT
public:
    explicit SegmentCheck(QWidget* parent = nullptr);

    void showSegment(const Segment& segment, const Findings& findings);

private:
    Text* m_sentence;
    Text* m_olderText;
    RateBar* m_older;
    Text* m_newerText;
    RateBar* m_newer;
    Text* m_base;
};

}  // namespace icp::ui
