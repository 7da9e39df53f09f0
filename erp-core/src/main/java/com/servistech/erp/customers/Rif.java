package com.servistech.erp.customers;

import java.util.Map;

/** The check digit of a Venezuelan tax number (RIF). No regulation fixes it, so a wrong one is worth a warning only. */
public final class Rif {

    private static final Map<Character, Integer> LETTERS = Map.of('V', 1, 'E', 2, 'J', 3, 'C', 3, 'P', 4, 'G', 5);
    private static final int[] WEIGHTS = {3, 2, 7, 6, 5, 4, 3, 2};

    private Rif() {}

    /** Whether the last of nine digits is the one that the letter and the first eight lead to. */
    public static boolean hasRightDigit(char letter, String nineDigits) {
        return nineDigits.charAt(8) - '0' == digitOf(letter, nineDigits.substring(0, 8));
    }

    /** The check digit for a letter and eight digits. */
    public static int digitOf(char letter, String eightDigits) {
        int sum = 4 * LETTERS.get(letter);
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (eightDigits.charAt(i) - '0');
        }
        int rest = sum % 11;
        return rest < 2 ? 0 : 11 - rest;
    }
}
