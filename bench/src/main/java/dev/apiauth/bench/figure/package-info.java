/** What was measured, its medians, and how they are shown. */
package dev.apiauth.bench.figure;
