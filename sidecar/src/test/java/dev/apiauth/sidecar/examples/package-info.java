/** What is written for people, held against what runs: examples, quickstart, reference pages. */
package dev.apiauth.sidecar.examples;
