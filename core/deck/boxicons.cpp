#include "core/deck/boxicons.h"

namespace icp::slide {

void addIcon(Page& page, BoxIcon icon, const Box& box, Rgb colour) {
    ShapeBlock shape;
    shape.filled = false;
    shape.lineWidth = 2;
    shape.line = colour;
    shape.box = box;
    switch (icon) {
        case BoxIcon::Crossed: {
            shape.kind = ShapeBlock::Kind::Ellipse;
            page.add(shape);
            const double inset = box.width * 0.16;
            page.rule(box.x + inset, box.y + inset, box.right() - inset, box.bottom() - inset, 2, colour);
            break;
        }
        case BoxIcon::Limits:
            for (const double part : {0.12, 0.5, 0.88})
                page.rule(box.x + box.width * part, box.y + 1, box.x + box.width * part, box.bottom() - 1, 3,
                          colour);
            for (const double part : {0.33, 0.7})
                page.rule(box.x, box.y + box.height * part, box.right(), box.y + box.height * part, 2,
                          colour);
            break;
        case BoxIcon::Star:
            shape.kind = ShapeBlock::Kind::Star;
            page.add(shape);
            break;
    }
}

}  // namespace icp::slide
