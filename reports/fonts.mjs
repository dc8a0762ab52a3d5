// The fonts of every report, in the order in which they are asked for a character (templates/look.typ names the same families).
// Only these files, never the system's: the same report must give the same bytes on two machines.
import { fileURLToPath } from 'node:url';

export const folder = fileURLToPath(new URL('.', import.meta.url)).replace(/[\\/]$/, '');

const family = (name, packageName, file, weights) => ({
  name,
  files: weights.map(weight => `${folder}/node_modules/@expo-google-fonts/${packageName}/${weight}/${file}_${weight}.ttf`),
});
const textWeights = ['400Regular', '500Medium', '600SemiBold', '700Bold'];

export const families = [
  family('Noto Sans', 'noto-sans', 'NotoSans', textWeights),
  family('Noto Sans Symbols 2', 'noto-sans-symbols-2', 'NotoSansSymbols2', ['400Regular']),
  family('Noto Sans Math', 'noto-sans-math', 'NotoSansMath', ['400Regular']),
  family('Noto Sans Georgian', 'noto-sans-georgian', 'NotoSansGeorgian', textWeights),
  family('Noto Sans Hebrew', 'noto-sans-hebrew', 'NotoSansHebrew', textWeights),
  family('Noto Sans Armenian', 'noto-sans-armenian', 'NotoSansArmenian', textWeights),
];
