/**
 * Programs that measure, one for each question of docs: each starts every party itself, prints a
 * table and writes JSON. None of them is a test.
 */
package dev.apiauth.bench;
