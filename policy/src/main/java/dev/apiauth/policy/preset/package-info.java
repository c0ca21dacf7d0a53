/** Facts about other people's software, read from presets/**.yaml. */
package dev.apiauth.policy.preset;
