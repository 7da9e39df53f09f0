package com.servistech.erp.kit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A year of random days of two shops, the same for the same seed. It only says what people want to do, in small numbers
 * that whoever plays it maps to what there is: parts and shops are counted from 0, amounts are in cents. Whether a wish can
 * be granted (a part may have run out) is the player's to find out.
 */
public final class ShopYear {

    /** What somebody wants to do on a day. */
    public sealed interface Wish permits Receipt, Sale, Repair, Credit, Count, Shift {}

    /** Parts come from a supplier at a price. */
    public record Receipt(int shop, int part, int pieces, int paidCents) implements Wish {}

    /** Somebody buys over the counter; a discount of the document in percent, 0 for none. */
    public record Sale(int shop, List<Line> lines, int discountPercent) implements Wish {}

    /** So many of a part. */
    public record Line(int part, int pieces) {}

    /**
     * A device is repaired with parts.
     *
     * @param technician which of the two technicians
     * @param billed how many of the pieces stand on the invoice; the others are built in and not billed
     * @param labourCents what the work costs the customer
     * @param cancelled it is called off before anything is taken
     */
    public record Repair(int shop, int technician, int part, int pieces, int billed, int labourCents, boolean cancelled)
            implements Wish {}

    /** One of the sales of the shop is taken back in part, counted backwards from the newest. */
    public record Credit(int shop, int sale, boolean restock) implements Wish {}

    /** A part is counted, and so many more or less are found. */
    public record Count(int shop, int part, int difference) implements Wish {}

    /**
     * Parts go to the other shop.
     *
     * @param returned how many of them do not stay and come back
     * @param lost how many of them never arrive
     */
    public record Shift(int fromShop, int part, int pieces, int returned, int lost) implements Wish {}

    /** What is wanted on one day, in its order. */
    public record Day(LocalDate date, List<Wish> wishes) {}

    private final Random random;
    private final int parts;

    private ShopYear(long seed, int parts) {
        this.random = new Random(seed);
        this.parts = parts;
    }

    /** @param most wishes of one day, at least 1 */
    public static List<Day> of(long seed, LocalDate from, int days, int parts, int most) {
        ShopYear year = new ShopYear(seed, parts);
        List<Day> all = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            List<Wish> wishes = new ArrayList<>();
            for (int k = year.between(1, most); k > 0; k--) {
                wishes.add(year.wish());
            }
            all.add(new Day(from.plusDays(i), List.copyOf(wishes)));
        }
        return all;
    }

    private Wish wish() {
        int shop = random.nextInt(2);
        int part = random.nextInt(parts);
        int kind = random.nextInt(100);
        if (kind < 28) {
            return new Receipt(shop, part, between(1, 9), between(1, 6000));
        } else if (kind < 55) {
            int second = (part + 1 + random.nextInt(parts - 1)) % parts;
            List<Line> lines = random.nextBoolean()
                    ? List.of(new Line(part, between(1, 3)))
                    : List.of(new Line(part, between(1, 3)), new Line(second, between(1, 2)));
            return new Sale(shop, lines, random.nextInt(3) == 0 ? between(1, 30) : 0);
        } else if (kind < 72) {
            int pieces = between(1, 3);
            return new Repair(
                    shop,
                    random.nextInt(2),
                    part,
                    pieces,
                    between(0, pieces),
                    between(500, 9000),
                    random.nextInt(6) == 0);
        } else if (kind < 80) {
            return new Credit(shop, between(1, 5), random.nextBoolean());
        } else if (kind < 87) {
            return new Count(shop, part, between(-2, 2));
        }
        int pieces = between(1, 5);
        int returned = random.nextInt(3) == 0 ? between(0, pieces) : 0;
        return new Shift(shop, part, pieces, returned, random.nextInt(4) == 0 ? between(0, pieces - returned) : 0);
    }

    private int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }
}
